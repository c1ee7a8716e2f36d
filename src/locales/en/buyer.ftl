home-welcome = 👋 Welcome to <b>{ $village }</b>. The people who grow it sell it.
home-live = 🔴 { $seller } is live now
home-live-button = 🔴 { $seller } live
home-hint = Just say what you want, like “walnuts 2 kg”, or tap a button.
home-browse = 🛍 What is on sale
home-sellers = 👨‍🌾 Families
home-cart = 🧺 Cart{ $count ->
    [0] {""}
   *[other] {" "}({ $count })
}
home-orders = 📦 My orders
home-streams = 📺 Streams
home-follows = ⭐ Following
home-help = ❓ Help
home-language = 🌐 中文
help-buyer =
    Just say it:
    · <b>walnuts 2 kg</b> – your order on one card
    · <b>3 bags of millet and 1 kg red dates</b>
    · <b>honey</b> – find products

    Commands: /browse, /cart, /orders, /live, /language, /person
invite-belongs-to-sellers = This invitation is for sellers. Please open it on the sellers’ side.

browse-title = 🛍 On sale now:
browse-empty = Nothing is on sale here right now.
browse-line = · { $title } <b>{ $price }</b> · { $seller }
browse-line-sold-out = · { $title } { $price } · { $seller } · sold out
product-button = { $title } { $price }
product-button-sold-out = { $title } · sold out
shelves = 🗂 Shelves
shelves-title = Which shelf?
shelf-button = { $shelf } ({ $count })
shelf-nuts = 🌰 Nuts
shelf-grains = 🌾 Grains
shelf-honey = 🍯 Honey
shelf-fruit = 🍎 Fruit
shelf-eggs = 🥚 Eggs and poultry
shelf-vegetables = 🥔 Vegetables
shelf-pantry = 🫙 Pantry
shelf-other = 🧺 Other

product-title = <b>{ $title }</b> { $price }
product-origin = 👨‍🌾 { $seller }
product-harvest = 🗓 Harvested { $day }
product-blurb = { $blurb }
product-left = { $quantity } left
product-sold-out = Sold out
product-paused = Not for sale right now
product-gone = This product is no longer for sale.
product-pack = { $quantity } { $total }
product-wait = 🔔 Tell me when it is back
product-other-amount = ✏️ Another amount
product-seller = 👨‍🌾 { $seller }
amount-ask = How much { $title }? { $example }
amount-unclear = I could not read the amount. Please name the unit, { $example }
wait-toast = Noted
wait-set = 🔔 Noted. You will hear as soon as there is { $title } again.

cart = 🧺 Cart
cart-empty = Your cart is empty.
cart-title = 🧺 <b>Your cart</b>
cart-total = Total <b>{ $total }</b>
cart-checkout = ✅ Check out
cart-more = ➕ Keep looking
cart-change = ✏️ { $title }
cart-remove = 🗑 Take out
cart-empty-button = Empty it
cart-emptied = Emptied
cart-too-large = That is more than one order can hold. Please take some out.
short-nothing = { $title } has just sold out; { $wanted } could not be kept for you.
short-some = Only { $left } of { $title } left, not { $wanted }.
short-take-all = Take the { $left } left

card-title = 📝 <b>Please check</b>
card-pay-delivery = 💵 Pay on delivery
card-pay-transfer = 💳 Pay by transfer; your goods are kept for two hours
card-confirm = ✅ Confirm { $total }
card-change = ✏️ Change the cart
card-other-address = 📍 Another address
card-by-transfer = 💳 Pay by transfer
card-by-delivery = 💵 Pay on delivery
card-stale = This card is no longer the latest; nothing was ordered. Please look at your cart.
card-changed = ⚠️ The price of { $title } has changed: it was { $was }, now it is <b>{ $now }</b>. Nothing was ordered; here is the new card.
card-off-sale = ⚠️ { $title } has just been taken off sale. Nothing was ordered.
address-ask = 📍 Where to? Please send <b>name, phone and address</b> in one message.
address-unclear = Almost there. Still missing:
address-needs-name = · the name
address-needs-phone = · the 11-digit phone number
address-needs-address = · the street address
address-example = Please send all in one message, like: Wang Fang 13800001234 1 Taoyuan Road, Yingze District, Taiyuan
address-which = Where to?
address-button = { $name } · { $address }
address-new = ➕ New address
placed-title = 🎉 <b>Ordered</b>
placed-number = Order <b>{ $number }</b>
placed-delivery = 💵 You pay on delivery. You will hear when the seller accepts.
placed-transfer = 💳 Please transfer to the seller within two hours; your goods are kept until then.
placed-look = 📦 { $number }
placed-already = Already ordered: { $number }
twice = You have just ordered the same ({ $number }). Do you want a second one?
twice-yes = Yes, a second one
twice-no = No, show my orders

orders-title = 📦 <b>My orders</b>
orders-none = You have no orders yet.
orders-button = { $number } · { $seller } · { $state }
order-title = 📦 <b>{ $number }</b> · { $seller }
order-state = Status: <b>{ $state }</b>
order-due = Please pay by { $until }; after that the goods are not kept.
order-paid = Paid
order-refund-due = The seller will pay you back
order-cancel = ✖️ Cancel the order
order-received = ✅ I have it
order-cancelled-toast = Cancelled
order-cannot-cancel = The seller is already at it; it cannot be cancelled
order-received-toast = Thank you!
order-cannot-receive = This order has not been shipped yet
order-accepted-notice = ✅ The seller has accepted your order <b>{ $number }</b>.
order-declined-notice = 😔 The seller could not take your order <b>{ $number }</b>.
order-paid-notice = 💰 The seller has received the money for <b>{ $number }</b>.
order-refund-notice = 😔 The money for <b>{ $number }</b> came, but the goods are gone. The seller will pay you back.
order-shipped-notice = 🚚 Your order <b>{ $number }</b> is on its way.
order-delivered-notice = 📬 Your order <b>{ $number }</b> has been delivered.
order-expired-notice = ⌛ Order <b>{ $number }</b> was not paid in time; the goods were released.

sellers-title = 👨‍🌾 Families of the village:
seller-button = { $name }
seller-title = 👨‍🌾 <b>{ $name }</b>
seller-story = { $story }
seller-gone = There is no such family here.
follow = ⭐ Follow, tell me when they go live
follow-again = ⭐ Follow again
unfollow = ✖️ Unfollow
followed-toast = Following: you will hear when they go live
unfollowed-toast = Unfollowed
unfollowed = You no longer follow { $name } and will not hear of their streams.
follows-title = ⭐ You follow:
follows-none = You follow nobody yet. Open a family and tap “Follow”.

streams-title = 📺 Streams:
streams-none = Nobody is live and nothing is planned. Follow a family to hear when they start.
stream-button-planned = 🗓 { $at } { $seller }
stream-title = 📺 <b>{ $seller }</b> { $title }
stream-planned = 🗓 Starts { $at }
stream-live = 🔴 Live now
stream-ended = This stream has ended
stream-reserve = 🔔 Remind me
stream-watch = ▶️ Watch
reserved-toast = You will be reminded
reserved = 🔔 Reserved: { $seller }, { $at }. You will hear half an hour before, and when it starts.

search-found = 🔎 Found:
search-none = There is no “{ $words }” here. Something else?
which = Which one?
which-amount = How much? Tap one:
which-button = { $product } { $quantity } · { $seller }
human-offer = Shall I get you a person?
