error-demo-exists = There is a demo shop here already: { $name }. Use it, or point SUPERECOM_HOME at an empty folder to make another.
error-demo-too-small = A demo shop needs at least { $fewest } orders.
error-demo-no-customer = The demo shop has no such customer. `superecom demo --sample 5 --json` lists some that exist.
