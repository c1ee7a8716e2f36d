draft-english = 🌐 In English: { $title }{ $blurb }
draft-untitled = without a name
home-draft = 📝 Continue your draft: { $title }
draft-button = 🔘 { $quantity } · { $total }
draft-amount = { $quantity }
draft-price-button = { $price }
draft-asks-unit = ❓ <b>{ $title }</b>: { $price } for how much?
doubt-publish = ✅ It is right, publish
doubt-correct = ✏️ Correct it
doubt-price = 🤔 <b>{ $title }</b> at { $said }? You usually sell at { $usual }.
doubt-stock = 🤔 { $said } of <b>{ $title }</b>? The most so far was { $usual }.
doubt-zero = 🤔 There is { $left } of <b>{ $title }</b>. Nothing left at all?
doubt-yes = ✅ Yes: { $act }

change-undo = ↩️ Undo
change-leave = Change nothing
change-left = All right, nothing was changed.
change-repeat = That is done already
change-what = ❓ <b>{ $title }</b>: do you mean
which-act = { $title }: { $act }
act-set = { $quantity } left
act-add = { $quantity } more came
act-sub = { $quantity } sold
act-price = now { $price }
act-off = take it off
act-on = sell it again
act-sold-out = sold out
stock-is = <b>{ $title }</b> is now at { $quantity }
price-pack-stays = The pack of { $quantity } stays at { $price }
status-changed-on-sale = 🟢 <b>{ $title }</b> is on sale again.
status-changed-paused = ⏸ <b>{ $title }</b> is taken off; people cannot order it for now.
status-changed-archived = 🗄 <b>{ $title }</b> is put away; you can sell it again any time.
undo-too-late = More than five minutes have passed. Just say how much there is, or what it costs.
undo-already = That has been undone already.
undo-changed-since = It was changed again since, so this step cannot be undone by itself.
undo-sold = Somebody has bought these goods already, so this cannot be undone.
undone-toast = Undone
undone-title = ↩️ Undone
undone = <b>{ $title }</b> is as it was before.

mine-edit = ✏️ Edit
mine-history = 🕘 History
mine-copy = 📑 Another one like it
mine-archive = 🗄 Put away
mine-away = 🗄 Put away
mine-away-list = 🗄 <b>Products put away</b>
mine-away-none = 🗄 Nothing is put away.
mine-button-archived = 🗄 { $title }
mine-pack-price = Pack { $quantity } at { $price }
mine-season = 🗓 In season: months { $months }
mine-limit = At most { $quantity } a person
mine-minimum = 📦 At least { $quantity } an order
mine-views = 👀 { $count ->
    [one] 1 view
   *[other] { $count } views
}
mine-waiting = 🔔 { $count ->
    [one] 1 person waits for { $quantity }
   *[other] { $count } people wait for { $quantity }
}
mine-waiting-some = 🔔 { $count ->
    [one] 1 person waits for it
   *[other] { $count } people wait for it
}
copied-toast = Copied

edit-what = ✏️ What of <b>{ $title }</b> shall be changed?
field-title = Name
field-titleEn = English name
field-blurb = Text
field-blurbEn = English text
field-price = Price
field-stock = Stock
field-packs = Packs
field-harvest = Harvest day
field-season = Season
field-limit = Limit a person
field-minimum = 📦 Least an order
field-shelf = Shelf
field-photos = 📷 Photos
edit-ask-title = ✏️ What shall <b>{ $title }</b> be called?
edit-ask-titleEn = ✏️ What is <b>{ $title }</b> called in English? Send “none” for no name.
edit-ask-blurb = ✏️ What shall be said about <b>{ $title }</b>? Send “none” for no text.
edit-ask-blurbEn = ✏️ What shall be said about <b>{ $title }</b> in English? Send “none” for no text.
edit-ask-price = ✏️ What does <b>{ $title }</b> cost? For example: 30 yuan/kg
edit-ask-stock = ✏️ How much <b>{ $title }</b> is left? For example: 30 kg; for new goods: restocked 20 kg
edit-ask-packs = ✏️ In what packs is <b>{ $title }</b> sold? For example: 5 kg 140 yuan, 10 kg 260 yuan, 20 kg. A pack without a price costs its weight; send “none” for no packs.
edit-ask-harvest = ✏️ When was <b>{ $title }</b> picked? For example: 2026-09-20; send “none” for no day.
edit-ask-season = ✏️ In which months is <b>{ $title }</b> in season? For example: 9-11; send “always” for all year.
edit-ask-limit = ✏️ How much <b>{ $title }</b> may one person order? For example: 20 kg; send “none” for no limit.
edit-ask-minimum = ✏️ How much <b>{ $title }</b> must an order hold at least? For example: 3 kg; send “none” for any amount.
least-set = 📦 <b>{ $title }</b> is sold from { $quantity } an order.
least-told = Buyers see it on the product’s page; whoever wants less is asked to take that much. Where less is left, all that is left may be bought.
least-lifted = 📦 Any amount of <b>{ $title }</b> can be ordered again.
least-everyone = 📦 Do you mean that nobody can order less than { $quantity } of <b>{ $title }</b>?
least-everyone-yes = ✅ Yes, for everyone
least-button = 📦 { $title }: from { $quantity }
least-lift-button = 📦 { $title }: any amount
sale-ask = 🏷 <b>{ $title }</b>: another price for a while, right?
sale-terms = { $was } → <b>{ $now }</b>, until { $day }, midnight.
sale-then = Then it goes back to { $usual } by itself.
sale-set = 🏷 Until { $day }; then it goes back to { $usual } by itself. Buyers see it on the product’s page.
sale-none = { $title } is on no sale now: it costs { $price }.
sale-over = 🏷 The sale of <b>{ $title }</b> ended yesterday: it costs { $now } again (it was { $was }).
sale-ended = 🏷 The sale is over: this price stays.
edit-shelf = ✏️ <b>{ $title }</b> stands on “{ $shelf }”. Where shall it go?
edit-unclear = I could not read that. Please write it like the example.
edit-done = ✅ <b>{ $title }</b> has been changed.
edit-done-toast = Changed
photo-which = 📷 <b>{ $title }</b>: photo { $place } of { $count }
photo-none = 📷 <b>{ $title }</b> has no photo yet
photo-at = { $place }
photo-first = ⬆️ Show it first
photo-drop = 🗑 Take it away
photo-add = ➕ Add photos
photo-ask = 📷 Send photos of <b>{ $title }</b>, as many as you like.

history-title = 🕘 History of <b>{ $title }</b>
history-none = 🕘 <b>{ $title }</b> has not been changed yet.
history-line = · { $at } { $who }: { $what }
history-undone = · { $at } { $who }: { $what } (undone)
history-stock = stock { $before } → { $after }
history-price = price { $before } → { $after }
history-on-sale = put on sale
history-paused = taken off
history-archived = put away
history-draft = publishing taken back
history-changed-title = name changed
history-changed-titleEn = English name changed
history-changed-blurb = text changed
history-changed-blurbEn = English text changed
history-changed-measure = unit changed
history-changed-priceQuantity = unit of the price changed
history-changed-category = shelf changed
history-changed-harvestedOn = harvest day changed
history-changed-season = season changed
history-changed-personLimit = limit changed
history-changed-minimumQuantity = least an order changed
history-changed-packs = packs changed
history-changed-photos = photos changed
history-changed-words = name and text changed
change-old = That was asked a while ago; { $title } has not changed. Please say it again if you want it changed.

all-prices-ask = 🏷 { $count ->
    [one] Change this price?
   *[other] Change these { $count } prices?
}
pack-gone-line = 🗑 { $quantity }: sold no more
bulk-ask = 🤔 I cannot make it cheaper from an amount on. I can add a pack of { $quantity } of <b>{ $title }</b> at <b>{ $sum }</b> (that is { $each }); loose it stays { $loose }. Add it?
bulk-yes = ✅ Yes: { $quantity } for { $sum }
all-prices-line = · { $title }: { $before } → <b>{ $after }</b>
all-prices-until = 🏷 Until { $day }, midnight; then each goes back to its usual price by itself.
all-prices-yes = 🏷 Yes, change them
which-new = 🆕 Something new: { $title }
undone-price = It is <b>{ $price }</b> now.
packs-gone = ✅ No pack of { $title } has a price of its own now.

# One of the goods is to cost what another one costs.
same-price-units = ❓ <b>{ $title }</b> is { $price } and { $like } is { $other }: they are not counted alike. What should <b>{ $title }</b> cost? For example: { $title } now 12 yuan
same-price-already = <b>{ $title }</b> and { $like } cost the same already: { $price }.
same-price-ask = ❓ <b>{ $title }</b> is { $before } now. Should it cost what { $like } costs, { $after }?
price-is-so = <b>{ $title }</b> is { $price } already; nothing has changed.

# A photo with a price below it, of what is on sale already.
photo-known-ask = 🤔 You sell <b>{ $title }</b> already ({ $before }). Is this its new photo and price (<b>{ $after }</b>), or something new?
photo-known-yes = ✅ The same: new photo, { $after }
photo-known-new = 🆕 Something new
