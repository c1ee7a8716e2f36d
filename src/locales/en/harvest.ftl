harvest-begin = 🌱 Pre-sale
harvest-picked = 📥 It is picked
harvest-ask = 🌱 From which day will { $title } be picked, and about how much? Like: 20 September, 400 kg. Buyers order now; it is shared out when it is picked.
harvest-when = I could not read the day. Please write: 20 September, 400 kg
harvest-how-much = I could not read how much. Please name the unit: 20 September, 400 kg
harvest-propose = 🌱 Sell { $title } ahead: from { $day } on, { $quantity } for a start, in place of the { $now } that are on sale now?
harvest-as = ✅ Yes, sell ahead
harvest-set = 🌱 { $title } can be ordered now: picked from { $day } on, { $quantity } for a start. When it is picked, tap “It is picked” on the product; it is shared out in the order of the orders.
picked-ask = 📥 How much of { $title } was picked? { $example }
picked-shared = 📥 { $quantity } of { $title } picked: { $full } orders get everything, { $less } get less; all of them know. { $left } stay on sale.
picked-all = 🌾 { $title } is picked! All { $got } of order <b>{ $number }</b> are there and will be sent soon.
picked-some = 🌾 { $title } is picked, but there is less than hoped: of the { $wanted } in order <b>{ $number }</b> you get <b>{ $got }</b>.
picked-none = 😔 There was not enough { $title }: nothing was left for the { $wanted } in order <b>{ $number }</b>.
picked-off = You pay { $less } less.
picked-refund = { $less } will be paid back to you.
picked-back = { $less } of what you transferred will be paid back once the seller has found it.
line-expected = 　⏳ Pre-order, picked from { $day }; first ordered, first served
picked-all-unpaid = 🌾 { $title } is picked! All { $got } of your order <b>{ $number }</b> are there, and leave as soon as you have paid.
harvest-day = 🌾 Today is the day that you named for { $title }: { $orders ->
    [one] one order waits
   *[other] { $orders } orders wait
}, { $quantity } in all. Is it picked?
harvest-other-day = 🌱 Another day
harvest-day-buyer = 🌾 { $seller } named today as the day for picking { $title } (order <b>{ $number }</b>, { $quantity }). You hear how much is yours when it is picked; there is nothing to do.
harvest-stop = 🔕 No such reminders
harvest-stopped = Good, you are not reminded of harvest days any more.
harvest-again = 🌾 Remind me again
harvest-started = Good, you are reminded on the day.
