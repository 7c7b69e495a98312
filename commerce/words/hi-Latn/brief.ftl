brief-title = Abhi kya zaroori hai
brief-says = { $count ->
    [0] Abhi aapke liye kuch nahi hai.
    [one] Ek kaam aapka intezaar kar raha hai.
   *[other] { $count } kaam hain, sabse zaroori pehle.
  }
brief-column-what = Kya
brief-column-value = Daav par
brief-value = { $value }
brief-parcels_due = { $count } atke parcel ka jawab aaj dena hai{ $late ->
    [0] {""}
   *[other] , { $late } ka samay nikal chuka
  }
brief-parcels_nobodys = { $count } atke parcel kisi ke paas nahi hain
brief-parcels_late = { $count } parcel late ya ruke hue hain
brief-orders_risky = { $count } khule order shayad wapas aayenge
brief-stock_out = { $count } product ek hafte mein khatam honge
brief-approvals = { $count } badlaav aapki haan ka intezaar kar rahe hain
brief-open-parcels_due = Aaj ke parcel dikhao
brief-open-parcels_nobodys = Bina agent wale parcel dikhao
brief-open-parcels_late = Late parcel dikhao
brief-open-orders_risky = Risky order dikhao
brief-open-stock_out = Khatam hota stock dikhao
brief-open-approvals = Meri haan wale dikhao
profit-says = { $first } se { $last } ke { $orders } orders ke { $sales } mein se { $profit } bache, ads, salary aur kiraye se pehle.{ $unknown ->
    [0] {""}
   *[other] {" "}{ $unknown }% maal ki laagat likhi nahi hai.
  }
profit-title = Nafa-nuksan, { $first } se { $last }
profit-column-what = Diye gaye orders ka
profit-column-amount = Rakam
profit-amount = { $amount }
profit-line-sales = Bikri, GST ke saath
profit-line-returned = − wapas aaya
profit-line-refunds = − refund
profit-line-gst = − GST
profit-line-goods = − maal ki laagat
profit-line-commission = − commission aur payment fees
profit-line-shipping = − bhada, jaane aur aane ka
profit-line-profit = Bacha
profit-note = Commission aur bhada shop ke price rules se joda gaya hai. Ads, salary aur kiraya yahan likha nahi jaata.{ $unknown ->
    [0] {""}
   *[other] {" "}{ $unknown }% maal ki laagat pata nahi.
  }
brief-alerts = { $count ->
    [one] Ek alert khula hai
   *[other] { $count } alerts khule hain
  }
brief-open-alerts = Alerts dikhao
