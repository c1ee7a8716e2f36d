no-right = { $seller } has not let you { $right }. Its owner can allow it under “Helpers”.
right-post = put up and change goods
right-pack = pack and ship
right-money = see and take money
right-on = ☑️ May { $right }
right-off = ⬜️ May { $right }
rights-none = nothing yet
rights-two = { $first }, { $second }
rights-all = goods, packing and money
shop-waiting = ⏳ Your shop waits for the village’s yes; then you can publish.
shop-closed = ⛔️ The village has closed your shop, so nothing can be published. Please ask the village.

acting-for = 👤 Acting for <b>{ $seller }</b>
acting-other = 👥 Another household ▾
acting-which = 👥 For whom do you act now?
acting-as = { $seller }
acting-toast = You act for { $seller } now
acting-now = All right, from now on you act for <b>{ $seller }</b>.

joined-helper = 🎉 You help <b>{ $name }</b> now; you may: { $rights }.
setup-begin = 🏡 Tell about your shop
setup-keep-name = ✅ Call it { $name }
setup-skip = Not now
myshop-button = 🏡 My shop
myshop-title = 🏡 <b>{ $name }</b>
myshop-village = Village: { $village }
myshop-sells = Sells: { $sells }
myshop-sells-none = What you sell: not said yet
myshop-pickup = 📍 Pick-up: { $place }
myshop-pickup-none = 📍 Pick-up place: not said yet
myshop-story = “{ $story }”
myshop-codes = { $count ->
    [0] 💳 No payment code yet
    [one] 💳 1 payment code
   *[other] 💳 { $count } payment codes
}
myshop-link = 🔗 { $link }
myshop-edit-name = ✏️ Name
myshop-edit-sells = ✏️ What I sell
myshop-edit-pickupPlace = ✏️ Pick-up place
myshop-edit-story = ✏️ Our story
myshop-ask-name = 🏡 What is your shop called? For example: The Wang family
myshop-ask-sells = 🌰 What do you sell? For example: walnuts, millet, honey
myshop-ask-pickupPlace = 📍 Where do people pick up? For example: by the old tree at the village gate, 8 to 18
myshop-ask-story = 💬 Tell something about your family; buyers will see it.
myshop-only-owner = Only the owner changes what the shop says of itself.
myshop-pay = 💳 Payment codes
myshop-code = 🔳 QR code of the shop
myshop-code-toast = Drawing, just a moment…
myshop-code-here = 🔳 This code leads to <b>{ $name }</b>; forward it to your groups.

helpers-button = 🤝 Helpers
helpers-only-owner = Only the owner looks after helpers.
helpers-list = 🤝 <b>Helpers</b>
helpers-none = 🤝 No helpers yet. A neighbour or the village can put up goods or pack for you.
helper-button = { $name } · { $rights }
helper-invite = ➕ Invite a helper
helper-which-rights = 🤝 What may this helper do? Tap to switch.
helper-link = 🔗 Make the link
helper-link-here = 🔗 Send this link to your helper; it works once, for a week:
helper-link-line = { $link }
helper-title = 🤝 <b>{ $name }</b>: { $rights }
helper-drop = 🗑 No more help
owner-drop = 🗑 Take out of the shop
helper-drop-ask = Shall <b>{ $name }</b> help no more?
helper-drop-yes = 🗑 Yes
helper-dropped = { $name } helps no more
helper-came = 🤝 <b>{ $name }</b> has come to help.
helper-gone-notice = <b>{ $seller }</b> needs your help no more. Thank you!
menu-shop = My shop
menu-helpers = Helpers
myshop-delivery = 🚚 Delivery

# What a family has written of its goods or its shop, and what stood there before.
blurb-kept = ✅ The text of <b>{ $title }</b> is written.
story-kept = ✅ Your story is written.
story-open = 🏡 See my shop
words-before = Before: “{ $words }”
words-now = Now: “{ $words }”
words-cut = ✂️ That was too long: its end was not kept.
blurb-ask = ❓ <b>{ $title }</b> has a text already. Replace it?
story-ask = ❓ You have a story already. Change it?
words-then = It would be: “{ $words }”
words-yes = ✅ Yes, change it
