live-offer = Are you going live?
plan-half-ask = ❓ In the morning or in the evening? Tap one, or say “evening”, and you will see the plan before anybody is told.
live-ask-link = 🔴 Send the link of your stream; those who follow you hear at once.
live-without-link = No link, just go live
live-link-unclear = I see no link. Please send the address of your stream, starting with http.
live-on = 🔴 <b>You are live.</b>
live-is-on = 🔴 You are live. To change the link, send /live with the new one.
live-is-off = You are not live now.
live-end = ⏹ End the stream
live-again = 🔴 Go on
live-replay = 🔁 Send the replay link
live-replay-ask = 🔁 Send the link of the replay; those who missed it can watch it there.
live-replay-kept = 🔁 The replay is noted: { $url }
live-alert-planned = 📣 The alert begins in a moment
live-alert-sending = 📣 { $people ->
    [one] One person is being told
   *[other] { $people } people are being told
}, { $reserved } of them reserved; { $sent } have it
live-alert-sent = 📣 { $people ->
    [one] One person was told
   *[other] { $people } people were told
}, { $reserved } of them reserved
live-alert-nobody = 📣 Nobody follows you yet, so nobody was told
live-alert-rest = 📣 { $waiting ->
    [one] The one person who is left is being told
   *[other] The remaining { $waiting } people are being told
}
live-alert-again = 📣 Nobody is told again: you went live { $minutes } minutes ago
live-alert-link = 📣 The link changed: { $people ->
    [one] one person gets the new one
   *[other] { $people } people get the new one
}
live-panel = 🔴 <b>Live</b> { $title }
live-panel-away = ⏸ <b>The picture is away</b>; back within 10 minutes, it goes on. { $title }
live-panel-over = ⏹ <b>The stream is over</b> { $title }
live-panel-sold = { "  " }🧾 { $orders } orders, { $quantity }, { $left } left
live-panel-left = { "  " }{ $left } left
live-panel-showing = 👉 Showing { $number }: { $title }
live-panel-takings = 🧾 { $orders } orders in all, { $total }
live-panel-question = ❓ { $name }: { $words }
live-show = 👉{ $number }
live-change-link = 🔗 Another link
live-show-ok = Showing number { $number }
live-show-no = There is no number { $number }, or you are not live.
live-still-on = 🔴 Still on? Nothing has happened for three hours. Without an answer the stream ends in half an hour.
live-yes = ✅ Still on
live-yes-ok = Fine, it goes on. You are asked again in three hours.
live-ended = ⏹ <b>The stream is over.</b>
live-ended-itself = ⏹ <b>The stream has ended by itself</b>: nothing happened for a long while.
live-ended-hint = Ended by mistake? Tap “Go on”; nobody is told twice.
live-result = Orders: { $orders }, { $total }
live-result-people = { $heard } were told, { $came } came, { $newFollowers } new followers
live-result-line = · { $title } { $quantity } · { $total } ({ $orders } orders)
live-picture = 📊 How the stream went
plan-ask = 🗓 When do you start? For example: tonight 8pm, tomorrow 19:30
plan-unclear = I could not read the time. Please write it like: tomorrow 19:30; it must be in the future.
plan-which = Morning or evening? Tap the time below if that is it; if not, write it out, for example: tomorrow 8am.
plan-at = 🗓 Announce { $at }
plan-card = 🗓 <b>Your stream</b>: is this right? Nobody has been told yet.
plan-card-title = { $title }
plan-card-when = 🕗 { $when }
plan-card-link = 🔗 { $url }
plan-card-no-link = 🔗 No link yet; you can send it when you start
plan-card-no-items = Nothing listed yet; tap “Add an item”
plan-yes = ✅ Confirm the plan
plan-time = 🕗 Time
plan-title = ✏️ Title
plan-title-ask = ✏️ What is the stream called? For example: new walnuts
plan-link = 🔗 Link
plan-link-ask = 🔗 Send the link of the stream.
plan-add = ➕ Add an item
plan-add-ask = 🧺 Which one? Tap it, or type its name.
plan-add-full = 30 at most.
plan-drop = ✖️ Drop it
plan-dropped = Fine, nothing is announced.
plan-poster = 🖼 Poster
plan-past = That time is past; please change it.
planned = 🗓 <b>Planned</b> for { $when }.
planned-now = Those who follow you hear of it now and can reserve.
planned-digest = Those who follow you see it in their next morning digest and can reserve.
planned-reserved = 🔔 Reserved: { $count }
plan-moved = 🕗 Moved to <b>{ $when }</b>.
plan-moved-told = { $count } who reserved get the new time.
plan-start = 🔴 Go live now
plan-call-off = ✖️ Call it off
plan-called-off = The planned stream was called off.
plan-called-off-told = { $count } who reserved are told.
plan-overdue = 📣 The stream for <b>{ $when }</b> has not begun; { $count } reserved.
plan-list = 🗓 What you have planned:
stream-gone-seller = That stream is gone.
item-line = No. { $number } · { $title } { $price }
item-line-stream = No. { $number } · { $title } <b>{ $price }</b> (stream price, usually { $usual })
item-line-limit = { "  " }at most { $limit } each
item-line-bare = No. { $number } · { $title }
item-button = { $number }
item-edit = Number { $number }: <b>{ $title }</b>
item-price = 💰 Stream price
item-price-ask = 💰 What does { $title } cost during the stream? Usually { $usual }. A number will do; “none” for no stream price.
item-price-unclear = I could not read the price. For example: <b>18</b>, or <b>18 yuan per jin</b>.
item-limit = 👤 { $quantity } each
item-limit-none = 👤 No limit
item-remove = 🗑 Take out
item-no-product = There is no such product yet: post it, then add it, so that people can buy it.
when = { $day }, { $time }{ $zone }
when-here = { $day }, { $time }
hook-title = 📡 <b>Go live by streaming</b>: when OBS, SRS, nginx-rtmp or MediaMTX starts, you are live here.
hook-none = No address yet.
hook-line = · made { $made }, { $used ->
    [never] never used
   *[other] used lately
}
hook-add = ➕ New address
hook-made = 📡 The new address (shown this once; keep it to yourself):
hook-address = <code>{ $url }</code>
hook-how = What to write into which program stands in docs/stream-hooks.md.
hook-revoke = ✖️ Revoke the one made { $made }
hook-revoked = Revoked: streaming with it no longer makes you live.
hook-too-many = 5 addresses at most. Revoke one first.
hook-no-web = This place has no public address that streaming programs could find: the operator has to set PUBLIC_URL.
hook-button = 📡 From a streaming program
poster-stream-here = 🖼 A poster of the stream: people scan it and reserve.
poster-stream-title = Live
poster-stream-scan = Scan to reserve
stream-how-to-order = Answer “number 1, 5 jin” to order.
stream-call-me = 🔔 Tell me at { $number }
stream-called = 🔔 You hear when { $title } is shown
stream-replay = ▶️ Watch the replay
number-which = Number { $number }: which one do you mean?
number-live = 🔴 { $seller } is live; number { $number } is { $title }
number-over = · { $seller }, { $at }: number { $number } was { $title }
number-none = No stream has a number { $number } now. What would you like?
card-stream-price = 🏷 Stream price, kept for 10 minutes after the stream ends
alert-buy-item = 🛒 { $number } { $title } { $quantity } { $total }
alert-link = 🔗 The stream of { $seller } has moved; the old link is dead. Go on here.
alert-plan = 🗓 <b>{ $seller }</b> goes live on { $at }: { $title }
alert-moved = 🕗 The stream of { $seller } moved to <b>{ $at }</b>. You are still on the list.
alert-off = ❌ The stream of { $seller } on { $at } is off.
alert-showing = 👉 { $seller } is showing number { $number }: <b>{ $title }</b>
alert-recap = 🔁 The stream of <b>{ $seller }</b> that you reserved is over. { $title }
recap-line = No. { $number } · { $title } { $price }, { $left } left { $at }
recap-line-gone = No. { $number } · { $title } sold out { $at }
recap-line-bare = No. { $number } · { $title } { $at }
alert-over = ⚪️ The stream of { $seller } is over. { $title }
stream-picture-label = Stream { $title }
stream-picture-people = { $heard } told · { $came } came · { $newFollowers } new followers
alert-less = 🔕 Less of this
less-toast = Fine: from now on only a line in your morning digest
less-none = You do not follow them
follows-item = 👉 Called when { $name } is shown
me-zone = 🌏 Quiet hours by the clock of { $zone }
me-zone-button = 🌏 My time zone
me-zone-name = { $zone }
me-zone-village = 🏡 The village's time
me-zone-ask = 🌏 Where are you? Tap a city, or type one, like Toronto. Quiet hours go by its clock.
me-zone-unclear = I know no zone of that city. Please type one like Berlin or Toronto.
me-limit = 📣 At most { $most } alerts a day of what you follow
me-limit-button = 📣 Alerts a day
me-limit-most = { $most }
me-limit-ask = 📣 How many alerts a day at most of what you follow? The rest go into the morning digest. What you reserved or wait for is not counted.

host-no-next = There is nothing behind it on the list.
host-no-stream = You have not been live yet, and nothing is planned. Plan a stream, and your followers will know.
host-price-no-stream = A price for a stream needs a stream: you are not live, and nothing is planned. { $title } still costs { $price }.
host-price-set = 🏷 Price on the stream: { $title } <b>{ $price }</b>, while it is on. Otherwise { $usual }, as before.
