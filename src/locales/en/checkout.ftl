addresses = 📍 My addresses
address-ask-pickup = 🏡 To pick it up, only your <b>name and phone</b> are needed. Please send them.
address-got = I have: { $parts }
address-check = I am not sure about these words and took them for a part of the address or name: { $parts }. If that is wrong, please send name, phone and address again.
address-place-kept = 🗺 The place on the map is kept for whoever brings it.
address-only-name = 👤 What is the name?
address-only-phone = 📞 What is the phone number?
address-only-address = 📍 What is the address? Like: 1 Taoyuan Road, Yingze District, Taiyuan
address-phone-looks = A mobile number has 11 digits, like 138 0000 1234; a landline needs its area code, like 0351-4123456.

card-seller = 👨‍🌾 <b>{ $seller }</b>
card-renew = 🔄 All right, as it is now
card-without = ✖️ Without { $seller }
card-more-of = ➕ More from { $seller }
card-pay-pickup = 💵 Pay when you pick it up
price-news = ⚠️ The price of { $title } has changed: it was { $was }, now it is <b>{ $now }</b>
product-limit = ✋ At most { $limit } for each person
product-minimum = 📦 Sold from { $minimum } an order
product-sale = 🏷 At this price until { $day }, then { $usual }
limit-passed = ⚠️ { $title }: at most { $limit } for each person; you may have { $left }.
limit-reached = ⚠️ { $title }: at most { $limit } for each person, and you have had yours. Thank you!
below-quantity = 📦 { $title } is sold from { $minimum } an order. With that much you can order.
quantity-raise = ➕ Make it { $minimum } of { $title }
quantity-without = ✖️ Without { $title }
below-minimum = ⚠️ { $seller } ships orders from { $minimum }; <b>{ $lacking }</b> to go.
not-shipped = ⚠️ Sorry, { $seller } cannot ship to { $province }. You can choose another address.
fee-changed = ⚠️ The delivery fee of { $seller } has changed: it was { $was }, now it is <b>{ $now }</b>. Nothing was ordered; here is the new card.
way-gone = ⚠️ { $seller } no longer offers “{ $way }”. Nothing was ordered; here is the new card.
seller-closed = ⚠️ { $seller } takes no orders right now. Nothing was ordered.
packs-again = 📦 { $seller } rests today and packs again on { $day }.
province-ask = 📍 Which province is this address in? Tap one:
province-button = { $province }

note-button = 💬 Note to the seller
note-change = 💬 Change the note
note-ask = 💬 What should the seller know? Like: please pack the walnuts well.
note-none = No note
note-too-long = Please keep the note under { $most } characters.
note-line = 💬 { $note }

cart-undo = ↩️ Put it all back
cart-put-back = ↩️ Put back { $title } { $quantity }

recipient-pickup = 👤 { $name } { $phone }
recipient-place = 🗺 <a href="{ $url }">place on the map</a>

addresses-title = 📍 <b>My addresses</b> – orders go to ⭐ first
addresses-none = 📍 No address is kept yet.
address-button-first = ⭐ { $name } · { $address }
address-is-first = ⭐ Orders go here first
address-make-first = ⭐ Use this first
address-edit = ✏️ Change
address-edit-ask = ✏️ Just send what is new: only the part that changes, or all of it.
address-out = 🗑 Delete
address-removed = Deleted
address-undo = ↩️ Put back { $name }’s address

menu-addresses = My addresses

request-contact = 📞 Share my phone number
request-location = 🗺 Share where I am
request-prompt = Or tap below to share your phone number or where you are 👇
pay-not-by-transfer = 💵 This seller has given no account to transfer to; it stays at pay on delivery.
pay-not-by-invoice = 💵 Online payment is not offered here now.
pay-not-by-delivery = 💵 Pay on delivery is not offered here now.
pay-stays-delivery = 💵 All right, it is pay on delivery: you pay when it arrives.
pay-stays-transfer = 💳 All right, it is by transfer: after the order you get the seller’s code (WeChat or Alipay).
pay-stays-invoice = 💳 All right, it is paid online.
pay-taken-delivery = 💵 All right, pay on delivery now: you pay when it arrives.
pay-taken-transfer = 💳 All right, by transfer now: after the order you get the seller’s code (WeChat or Alipay).
pay-taken-invoice = 💳 All right, paid online now.
