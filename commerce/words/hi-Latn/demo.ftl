error-demo-exists = Yahan pehle se ek demo shop hai: { $name }. Usi ko use kijiye, ya SUPERECOM_HOME ko khaali folder par rakhkar doosri banaiye.
error-demo-too-small = Demo shop ke liye kam se kam { $fewest } order chahiye.
error-demo-no-customer = Demo shop me aisa koi customer nahi hai. `superecom demo --sample 5 --json` se jo hain unki list dekhiye.
