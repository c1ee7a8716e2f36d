seller-home = 🏡 <b>{ $name }</b>
    Send a photo with one sentence to sell something: <b>Walnuts 30 yuan/kg, 100 kg</b>
seller-home-orders = 📦 Orders
seller-home-products = 🌰 My products
seller-home-live = 🔴 I’m live
seller-home-plan = 🗓 Plan a stream
help-seller =
    · Sell: send a photo and <b>Walnuts 30 yuan/kg, 100 kg</b>
    · Stock: <b>walnuts 30 kg left</b>, <b>restocked 20 kg walnuts</b>, <b>sold 3 kg walnuts</b>
    · Price: <b>millet now 8 yuan per jin</b>
    · Delivery: <b>express 8 yuan, free from 99</b>, or /delivery
    · Stream: /live, or tap “I’m live”

    /products – what you sell
    /orders – orders
    /pack – packing sheet
    /sales – what was earned
    /poster – posters
    /live – go live
    /language – 中文
    /person – a person
seller-not-joined = You have not joined yet. Please ask the village for an invite link and open it.
invite-used = This invite has been used. Please ask the village for a new one.
invite-expired = This invite has expired. Please ask the village for a new one.
invite-unknown = There is no such invite. Perhaps the link was cut short: please open the whole link, or ask the village for a new one.
joined = 🎉 Welcome, <b>{ $name }</b>! From now on a photo sent here is a product on sale.

draft-title = 👀 <b>Preview</b> (not on sale yet)
draft-name = <b>{ $title }</b>
draft-price = Price { $price }
draft-pack = Pack { $quantity }
draft-stock = Stock { $quantity }
draft-blurb = { $blurb }
draft-photos = { $count ->
    [0] 📷 No photo yet; just send one
    [one] 📷 1 photo
   *[other] 📷 { $count } photos
}
draft-ready = If it is right, tap “Publish”.
law-forbidden = ⚠️ The advertising law forbids: { $words }. It may be fined.
law-certificate = ⚠️ { $words }: only with the certificate.
law-rewrite = ✏️ Change to “{ $title }”
draft-asks-title = ❓ What is it? Please send its name, like: Walnuts
draft-asks-price = ❓ What does <b>{ $title }</b> cost? With the unit, please: 30 yuan/kg
draft-asks-stock = ❓ How much <b>{ $title }</b> is there? { $example }
draft-publish = ✅ Publish
draft-write = ✍️ Write it for me
draft-discard = 🗑 Throw away
published-toast = On sale
published = 🎉 <b>{ $title }</b> is on sale; people can order it now.
published-delivery = You have not said yet how it is delivered. For now:
published-delivery-how = To change it, say for example: <b>express 8 yuan, free from 99</b>
discarded = All right, it was not published.
discarded-goods = All right, “{ $title }” was not published.
taken-toast = In use
taken = The text of <b>{ $title }</b> has been changed.
product-not-yours = There is no such product of yours.

mine-list = 🌰 <b>My products</b>
mine-none = No products yet. Send a photo with one sentence: Walnuts 30 yuan/kg, 100 kg
mine-button-draft = 📝 { $title }
mine-button-on-sale = { $title } · { $quantity }
mine-button-paused = ⏸ { $title } · { $quantity }
mine-title = <b>{ $title }</b> { $price }
mine-status-on-sale = 🟢 On sale
mine-status-paused = ⏸ Paused
mine-status-draft = 📝 Not published yet
mine-status-archived = 🗄 Archived
mine-left = { $quantity } left to sell
mine-held = { $quantity } more is set aside: for orders not paid or accepted yet, and for people who waited
mine-how = To change it just say so: { $left } left, restocked { $more }, now 8 yuan
mine-pause = ⏸ Pause
mine-resume = ▶️ Sell again
mine-all = 🌰 All products
mine-open = 🌰 See this product
mine-not-found = There is no “{ $words }” of yours. Which product do you mean?
mine-which = Which one?
mine-which-button = { $title }
stock-changed = ✅ <b>{ $title }</b>: { $before } → <b>{ $after }</b>
stock-not-so-much = There is only { $left } of { $title }; nothing was changed.
stock-too-large = That is more of { $title } than can be kept; nothing was changed. There is { $left }.
price-not-so-large = That price is too large; nothing was changed.
photos-too-many = { $title } has { $max } photos, the most there can be; the others were not kept.
stock-other-unit = { $title } is not sold by that unit. Please say it in its own.
price-changed = ✅ <b>{ $title }</b>: { $before } → <b>{ $after }</b>

sold-list = 📦 <b>Open orders</b>, oldest first
sold-none = 📦 No open orders.
sold-unpaid = 💰 <b>Orders whose money has not come yet</b>　Open one to confirm it
sold-unpaid-none = 💰 No order waits for its money.
sold-line = · { $number }: { $goods }
sold-unpaid-sum = <b>{ $money }</b> in all.
sold-button = { $number } · { $state } · { $total }
sold-which-button = { $number } { $goods } · { $state } · { $total }
sold-title = 📦 <b>{ $number }</b> · { $state }
sold-payment-none = 💵 Pays on delivery: { $name }
sold-payment-due = 💳 Waiting for the transfer of { $name }
sold-payment-proof-sent = 💳 { $name } has sent a proof. Please look whether the money is there
sold-payment-paid = 💰 Paid by { $name }
sold-payment-refund-due = 💸 To be paid back to { $name }
sold-payment-refunded = 💸 Paid back to { $name }
sold-due = Kept until { $until }
sold-accept = ✅ Accept
sold-decline = ✖️ Decline
sold-paid = 💰 The money came
sold-ship = 🚚 Ship
sold-delivered = 📬 Delivered
sold-picked-up = 🏡 Picked up
sold-all = 📦 Open orders
sold-no-change = The order is already past that
sold-cancelled-notice = ❌ The buyer cancelled order <b>{ $number }</b>; the goods are back in stock.
sold-replaced-notice = ✏️ The buyer has changed order <b>{ $number }</b>: it is cancelled, and order <b>{ $now }</b> takes its place.
sold-expired-notice = ⌛ Order <b>{ $number }</b> was not paid in time; the goods are back in stock.
ship-ask = 🚚 What is the tracking number of <b>{ $number }</b>? Write it, or send a photo of the slip with the number below it. If there is none, tap below.
ship-without = No tracking number
ship-unclear = A tracking number has 8 to 30 letters and digits. Please look again.

parked-notice = ⚠️ A message of <b>{ $name }</b> could not be handled and was set aside. Please get in touch.
mine-button-price = { $price }
sold-buyer = the buyer
published-next = 👉 Next: send the poster to your groups; say <b>live tonight at 8</b> to announce a stream; or send the next photo.

# Where an order is, said to its seller
sold-state-placed = waiting for you to accept
sold-state-due = waiting for the buyer’s transfer
sold-state-proof-sent = transfer for you to check
sold-state-accepted = being packed
sold-state-ready = waiting to be picked up
sold-state-declined = declined by you
