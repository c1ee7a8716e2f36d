order-what = What would you like?
order-which = Which “{ $words }”?
order-none = Nothing is called just “{ $words }”. Is it one of these?
order-choose = { $product } · { $seller }
order-more-named = (To ask after this: { $goods }.)
order-more-lines = ({ $count ->
    [one] One more thing
   *[other] { $count } more things
} to ask after this.)
order-skip = Leave it out
orders-more-open = { $count ->
    [one] One more order is
   *[other] { $count } more orders are
} open; “My orders” shows all.
cancel-this = Cancel this order? Just tap the button.
cancel-arrived = This order has arrived. If something is wrong with it, report it below with a photo for a refund; for any other return, write to the seller.
cancel-too-late = The seller is at it already, so I cannot simply cancel it. Tap “Ask to cancel it”, and they get your words and answer you:
question-unknown = I have to ask about that. Shall I ask somebody in the village?
fee-title = Bringing { $quantity }:
fee-title-province = Bringing { $quantity } to { $province }:
fee-title-plain = Shipping:
fee-title-plain-province = Shipping to { $province }:
fee-line = · { $seller } { $way } { $fee }
fee-line-free-from = · { $seller } { $way } { $fee }, free from { $from }
fee-line-where = · { $seller } { $way }: it depends on the province; ask like “How much is shipping of 5 kg to Guangdong?”
fee-line-never = · { $seller } { $way }: not to { $province }

home-hint = Just say what you want, like “{ $example }”, or tap a button.
home-hint-empty = Nothing is on sale yet. Say what you would like, and you will hear when somebody has it.
home-village = 🏡 The village
example = { $title } { $quantity }

help-title = Just say it:
help-order = · <b>{ $example }</b> – your order on one card
help-two = · <b>{ $first } and { $second }</b> – several things at once
help-find = · <b>{ $title }</b> – find products, in pinyin too
help-fee = · <b>How much is shipping for 5 kg?</b> – ask before you buy
help-status = · <b>Where is my order?</b> – see how it stands
help-commands =
    {""}
    /browse – look around
    /search – find something
    /cart – your cart
    /orders – your orders
    /follows – whom you follow
    /live – streams
    /language – 中文
    /person – a person

browse-all = 🛍 Everything
browse-season = 🌱 In season
browse-live = 🔴 Sold live
browse-title-season = 🌱 In season now:
browse-title-live = 🔴 Being sold live:

search-how = 🔎 What are you looking for? Just say its name, like “honey”.
search-found = 🔎 { $count ->
    [one] One thing
   *[other] { $count } things
} for “{ $words }”:
prices-shown = 💰 These are the prices; tap one to see it:
search-near = 🔎 Nothing is called just “{ $words }”. Did you mean:
search-none = 🔎 Nobody sells “{ $words }” right now.
search-instead = New in the village:
wish-button = 🔔 Tell me when somebody has it
wish-toast = Noted
wish-kept = 🔔 Noted. You will hear as soon as somebody sells “{ $words }”.
wish-gone-toast = No longer waiting

follows-title = ⭐ What you follow and wait for:
follows-none = You follow nobody and wait for nothing yet. Open a family and tap “Follow”, or “Tell me” where something is missing.
follows-seller = · 👨‍🌾 { $name }: when they go live
follows-village = · 🏡 { $name }: when somebody goes live
follows-wait = · 🔔 { $name }: when it is back
follows-wait-for = · 🔔 { $name } ({ $quantity }): when it is back
follows-stream = · 📺 { $name }, live { $at }
follows-wish = · 🔎 “{ $words }”: when somebody sells it
follows-open = 👀 { $name }
follows-remove = 🗑 { $name }

village-button = 🏡 { $name }
village-title = 🏡 <b>{ $name }</b> · { $place }
village-gone = This village was not found.

alert-wish = 🔔 What you looked for is on sale now: <b>{ $title }</b> by { $seller }, { $price }.

menu-search = Find something
menu-follows = What I follow and wait for
