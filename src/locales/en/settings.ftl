setting-ask = ❓ This is how I understand it. Change it?
setting-at-once = ⚠️ It changes as soon as you confirm, not on that day. To change it later, just say so then.
setting-yes = ✅ Yes, change it
setting-old = That was a while ago. Please say again what to change.
setting-done = ✅ Changed: <b>{ $now }</b>
setting-unset = nothing yet
setting-fee = { $way }: { $was } → <b>{ $now }</b>
setting-fee-flat = { $fee }
setting-fee-from = { $fee }, free from { $amount }
setting-areas = 🗺 Not shipped to: <b>{ $areas }</b>
setting-areas-again = 🗺 Shipped to again: <b>{ $areas }</b>
setting-day = 🏖 Closed: <b>{ $day }</b>
setting-ships-on = 📦 From now on you pack and ship only on <b>{ $days }</b>. Buyers see the next such day when they order.
setting-ships-any = 📦 From now on you pack and ship on any day of the week.
setting-every-week = 📦 Never on { $day }
setting-areas-only = 🗺 Shipped only to <b>{ $areas }</b>, and nowhere else
setting-no-together = 📦 One fee for two orders cannot be set yet: each order has its own. You can put both in one box and give both the same tracking number; to make people buy more at once, say from when it is free, for example: free from 100.
setting-no-weight-minimum = 📦 For a whole order the least is set in money, for example: minimum order 50. For one product it is an amount, for example: walnuts minimum 3 jin.
setting-no-cod-off = 💵 Pay on delivery cannot be switched off yet: every buyer can choose it. Put up your payment code, and buyers can transfer first; an order that you do not trust you can decline.
setting-name = 🏡 Shop’s name: { $was } → <b>{ $now }</b>
setting-pickupPlace = 🏡 Pick-up place: { $was } → <b>{ $now }</b>
stock-propose-part = ❓ There are { $now } of <b>{ $title }</b> on record; by what you say <b>{ $quantity }</b> is left. Shall I note that?
rest-ask = { $count ->
    [one] 🏖 A rest of <b>one</b> day, <b>{ $first }</b>; from { $back } on all is as usual, by itself. Shall I note that?
   *[other] 🏖 A rest of <b>{ $count }</b> days, <b>{ $first }</b> to <b>{ $last }</b>; from { $back } on all is as usual, by itself. Shall I note that?
  }
rest-ask-how = People can still order on those days and read when it will be packed. To take no orders, tap “Sell nothing for now”.
rest-yes = ✅ Yes, rest
rest-close = ⏸ Sell nothing for now
rest-open = 🟢 Open again
rest-done = 🏖 Noted: you rest from { $first } to { $last }, and from { $back } on all is as usual. Back earlier? Say “I am back”.
rest-line = ▪️ { $title }
rest-more = … and { $count } more
rest-nothing-on-sale = Nothing is on sale now, so nobody can order.
rest-close-ask = { $count ->
    [one] ⏸ Sell this for now no more, so that nobody can order it?
   *[other] ⏸ Sell these { $count } for now no more, so that nobody can order them?
  }
rest-closed = { $count ->
    [one] ⏸ One product is taken off. To sell again, say “I am back”.
   *[other] ⏸ { $count } products are taken off. To sell again, say “I am back”.
  }
rest-open-ask = 🟢 Open again, with all of this?
rest-days-back-ask = 🟢 Parcels go out on this day after all?
rest-days-back = 🟢 Send as usual
rest-days-are-back = 🟢 All right: parcels go out as usual, and the days off are gone.
rest-day-back = 🏖 { $day } is no day off
rest-is-open = 🟢 The shop is open: nothing is paused, and no day off is set.
rest-opened = { $count ->
    [one] 🟢 Open again: one product is back on sale, and no day off is left.
   *[other] 🟢 Open again: { $count } products are back on sale, and no day off is left.
  }
setting-minimum = 📦 Smallest order: { $was } → <b>{ $now }</b>
setting-minimum-off = 📦 Smallest order: { $was } → <b>none</b>
setting-not-free = 🚚 Express is no longer free from any sum
setting-way-off = 🚚 No longer offered: <b>{ $way }</b>
setting-by-weight = by weight
setting-weight = 🚚 Express ({ $where }): up to { $first } { $firstFee }, each further { $step } { $stepFee }
setting-zone = 🚚 To { $areas }: <b>{ $fee }</b>
setting-elsewhere = 🚚 To everywhere else: { $fee }
setting-home-fee = 🚚 Within { $province }: <b>{ $home }</b>, elsewhere: <b>{ $others }</b>

goods-rest-ask = 😴 { $count ->
        [one] This rests and is on sale again by itself on { $back }. Right?
       *[other] These { $count } rest and are on sale again by themselves on { $back }. Right?
    }
goods-rest-yes = 😴 Yes, back by itself
goods-rest-done = 😴 { $count ->
        [one] It rests, and is on sale again by itself on { $back }.
       *[other] These { $count } rest, and are on sale again by themselves on { $back }.
    } To sell earlier, say “we are back”.
goods-rest-over = ▶️ { $title } has rested, and is on sale again from today.
setting-set = ✅ Changed:
setting-undo = ↩️ Change it back
minimum-now = 💰 The smallest order you take is { $amount }.
minimum-none = 💰 You take orders of any size: no smallest order is set.
