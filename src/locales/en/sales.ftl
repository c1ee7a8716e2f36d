menu-sales = What was earned
sales-today = Today
sales-yesterday = Yesterday
sales-last-week = Last week
sales-last-month = Last month
sales-week = Week
sales-month = Month
sales-season = Season
sales-here = ·{ $period }·
sales-of = 💰 <b>{ $seller }</b> · { $title }
sales-title-day = { $period } · { $day }
sales-title-days = { $period } · { $first } – { $last }
sales-day = { $date }/{ $month }
sales-nothing = Nothing has been sold yet.
sales-earned = In all { $count ->
    [one] 1 order
   *[other] { $count } orders
}, <b>{ $money }</b> earned
sales-fees = { $money } of it for shipping
sales-refunds = Refunds of { $money } are taken off
sales-to-come = { $money } of it is paid on delivery, still to come
sales-product = ▪️ { $title } { $quantity } · { $money }
sales-to-confirm = 💳 Transfers to confirm
sales-households = 🏘 By household
sales-confirm-title = 💳 <b>Transfers to confirm</b>: open one when its money is there
sales-confirm-none = 💳 There are no transfers to confirm.
sales-confirm-button = { $number } · { $total } · { $payment }
sales-not-allowed = Seeing the money needs the right “money” from the household’s owner.
sales-csv-here = 📊 The accounts are in this file, for Excel.
sales-file = accounts-{ $period }
sales-households-title = 🏘 <b>By household</b>, { $period }
sales-households-sum = In all <b>{ $money }</b>
sales-households-file = households-{ $period }
sales-household = ▪️ { $name }: { $count ->
    [one] 1 order
   *[other] { $count } orders
}, <b>{ $money }</b>
sales-household-to-come = ▪️ { $name }: { $count ->
    [one] 1 order
   *[other] { $count } orders
}, <b>{ $money }</b> ({ $toCome } on delivery)
sales-payment-none = on delivery
sales-payment-due = transfer awaited
sales-payment-proof-sent = proof sent
sales-payment-paid = paid
sales-payment-refund-due = to be paid back
sales-payment-refunded = paid back
sales-column-number = Order
sales-column-placed = Ordered at
sales-column-state = State
sales-column-payment = Payment
sales-column-goods = Goods (yuan)
sales-column-fee = Shipping (yuan)
sales-column-total = Total (yuan)
sales-column-refunds = Refunds (yuan)
sales-column-left = Net (yuan)
sales-column-household = Household
sales-column-orders = Orders
sales-column-to-come = To come (yuan)
sales-earned-label = Earned
sales-money = { $money }
sales-fees-short = shipping { $money }
sales-refunds-short = refunds { $money }
sales-most = Sold most
sales-days = { $first } – { $last }
sales-days-one = { $day }
