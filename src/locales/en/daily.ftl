digest-title = ☀️ <b>While you were away:</b>
digest-on = · 🔴 { $seller } is live now { $title }
digest-was-on = · 📺 { $seller } was live { $title }
digest-plan = · 🗓 { $seller } goes live on { $at } { $title }
digest-off = · ✖️ { $seller } called a stream off { $title }
digest-product = · 🔔 { $title } of { $seller }, { $price }
digest-button = 👀 { $name }
digest-settings = 🔔 What I hear of
brief = ☀️ <b>Good morning! Today:</b>
brief-accept = · 📦 { $count } { $count ->
    [one] order waits for your yes
   *[other] orders wait for your yes
}
brief-ship = · 🚚 { $count } { $count ->
    [one] order waits to be shipped
   *[other] orders wait to be shipped
}
brief-check = · 💰 { $count } { $count ->
    [one] transfer waits to be checked
   *[other] transfers wait to be checked
}
brief-refund = · ↩️ { $count } { $count ->
    [one] refund is due
   *[other] refunds are due
}
brief-harvest = · 🌾 { $count } { $count ->
    [one] pre-order has come to its promised day
   *[other] pre-orders have come to their promised day
}
brief-sold-out = · 🈳 { $count } { $count ->
    [one] product is sold out
   *[other] products are sold out
}
brief-orders = 📦 Orders
brief-transfers = 💰 Transfers
brief-products = 🌰 My products
brief-stop = No morning brief
brief-stopped = Good, no more briefs.
brief-again = ☀️ Send it again
brief-started = Good, you hear each morning.
parcel-ask = 📦 Order <b>{ $number }</b> left a week ago. Has it arrived?
parcel-received = ✅ It has
parcel-order = 📄 The order
cart-left = 🛒 There { $count ->
    [one] is one product
   *[other] are { $count } products
} in your cart.
cart-open = 🛒 My cart
reminders-button = 🔔 Reminders
reminders-title = 🔔 <b>What would you like to hear of?</b> Tap to change it.
reminders-digest = ☀️ What you missed: { $how }
reminders-daily = each morning
reminders-weekly = on Sundays
reminders-off = no
reminders-cart = 🛒 A cart left behind: { $how }
reminders-parcel = 📦 Has the parcel come: { $how }
reminders-yes = yes
audit-fault = ⚠️ Stock does not add up: of { $count } products the figures differ from the ledger. Please tell whoever maintains this.
audit-line = · { $title }: on hand { $onHand }, in the ledger { $inLedger }; held { $held }, promised { $promised }
reminders-harvest = 🌾 The harvest day of what I ordered: { $how }
reminders-night = 🌙 What I reserved, in quiet hours too: { $how }
