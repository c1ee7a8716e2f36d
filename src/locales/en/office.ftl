office-only = This is for the village office.
office-back = 🏛 Office
office-title = 🏛 <b>The village office, today</b>
office-orders = 📦 { $orders } { $orders ->
    [one] order
   *[other] orders
} by { $buyers } { $buyers ->
    [one] buyer
   *[other] buyers
}, <b>{ $earned }</b>
office-open = ⏳ { $untouched } not accepted yet, 🔴 { $live } live
office-waiting = 🙋 { $asking } wait for an answer, { $waiting } { $waiting ->
    [one] family waits
   *[other] families wait
} to open
office-trouble = ⚠️ Stuck messages: { $parked }; unfinished tasks: { $failed }
office-asking = 🙋 Waiting ({ $count })
office-households = 👨‍🌾 Families{ $count ->
    [0] {""}
   *[other] {" "}({ $count } waiting)
}
office-all-households = 👨‍🌾 All families
office-invite = ➕ Invite a family
office-banned = 🚫 Banned
office-parked = ⚠️ Stuck messages ({ $count })
office-failed = 🛠 Unfinished tasks ({ $count })
office-gone = It is no longer here
invite-ask = 👨‍🌾 Whom do you invite? Please send the family’s name, like: Wang Xiuying
invite-made = ✅ An invitation for <b>{ $name }</b>. Please pass it on as it is:
invite-made-again = ✅ <b>{ $name }</b> has a shop already; here is one more invitation:
invite-link = 👉 { $url }
invite-command = 👉 They send this to the sellers’ bot: /start { $payload }
invite-once = The link works once, within seven days.
households-title = 👨‍🌾 <b>Families</b>
household-button = { $name } · { $state }
household-open = open
household-waiting = waiting to open
household-closed = closed
household-title = 👨‍🌾 <b>{ $name }</b> · { $state }
household-sells = Sells: { $words }
household-place = 📍 Pick-up: { $place }
household-people = 👤 { $names }
household-do-open = ✅ Let them open
household-do-close = ⛔️ Close
household-invite = 🔗 One more invitation
household-now-open = ✅ The village office says yes: <b>{ $name }</b> may sell. What is paused can be sold again from /products.
household-now-closed = ⛔️ The village office has closed <b>{ $name }</b>; its products are paused. If you have questions, ask for a person.
parked-title = ⚠️ <b>These messages could not be handled</b>; they can be tried again:
parked-none = ✅ Nothing is stuck.
parked-line = · { $at } { $name } ({ $channel })
parked-again = 🔁 Try { $name } again
parked-drop = 🗑 Let it go
parked-tried = Trying again at once
parked-dropped = Let go
failed-title = 🛠 <b>These jobs were not done</b>; they can be tried again:
failed-none = ✅ All jobs were done.
failed-line = · { $at } { $job }
failed-again = 🔁 { $job }
failed-tried = Trying again at once
ban-whom = Whom? Please name one of their orders, like: /ban A-0317
ban-ask = 🚫 Ban <b>{ $name }</b>?
ban-means = Whatever they say or tap will not be answered: they cannot order, change an order or write to anybody.
ban-orders =
    { $count ->
        [one] One open order of theirs stands as it is: its seller still sends or declines it.
       *[other] { $count } open orders of theirs stand as they are: their sellers still send or decline them.
    }
ban-no-orders = They have no open order.
ban-yes = 🚫 Yes, ban
ban-done = 🚫 <b>{ $name }</b> is banned.
unban-ask = ↩️ Let <b>{ $name }</b> back in? They will be answered and can order again.
unban-yes = ↩️ Yes, let them in
unban-done = ↩️ <b>{ $name }</b> is let back in.
banned-toast = Banned
unbanned-toast = Let back in
banned-title = 🚫 <b>Banned</b>; tap to let back in:
banned-none = Nobody is banned.
unban = ↩️ { $name }
joined-office = 🏛 You now belong to the village office. Send /office to see today.
office-hello = 🏛 You belong to the village office. Tap to see today.
household-close-sure = Close <b>{ $name }</b>? All its products will be paused, and nobody can buy them.
household-close-yes = ⛔️ Yes, close it
joined-office-first = 🏛 You now belong to the village office. There is no village yet: three questions, and then families and buyers can come in.
found-ask-name = 🏡 What is the village called? For example: Lingtou
found-ask-county = 📍 Which county (or city, or district) is it in? For example: Fenyang
found-ask-province = 📍 Which province is that? For example: Shanxi
found-card = 🏡 <b>{ $name }</b>
found-place = 📍 { $county }, { $province }
found-sure = Is that right? Then tap “Found the village”.
found-confirm = ✅ Found the village
found-edit-name = ✏️ Name
found-edit-county = ✏️ County
found-edit-province = ✏️ Province
founded = 🎉 <b>{ $name }</b> is founded!
founded-next = Next, invite the first family: when they have put something on sale, buyers can order. Send /office to come back to the office.
founded-already = 🏡 The village is there already: <b>{ $name }</b>.
household-invited = not here yet
household-on-sale = 🛍 { $count } on sale
channel-telegram = Telegram
channel-web = web page
channel-other = elsewhere
job-alert = sending an alert
job-draw-poster = drawing a poster
job-draw-sales = drawing the sales
job-draw-shop-code = drawing a shop’s code
job-draw-sticker = drawing a sticker
job-fetch-photo = fetching a photo
job-hear-voice = listening to a voice note
job-show-draft = showing a preview
job-translate-message = translating a message
job-translate-product = translating a product’s words
job-write-blurb = writing a text
job-other = something else
