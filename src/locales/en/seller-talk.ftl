seller-greet = Hello! Just tell me what to sell, what it costs, or what was sent.
seller-ok = All right, it stays like that.
seller-no = All right, nothing was changed.
seller-bot = I am the village shop’s automatic helper, not a person. Tell me what to sell, new prices, what is left or what was sent; for a person, tap below.
seller-chatter = I heard you, but found nothing to do in “{ $words }”.
    Say for example: <b>{ $left } of { $title } left</b> or <b>{ $title } now { $price }</b>
seller-guesses = I still do not see what “{ $words }” is about. Perhaps you want to:
seller-missed-again = I am sorry, I still do not understand. Let somebody of the village help you.
seller-help-goods = walnuts
seller-help-codes = 💳 Payment codes
seller-help-general = New goods, prices, stock, orders, streams: just tell me. Selling is easy: send a photo with a sentence, like <b>{ $title } 30 yuan/kg, 100 kg</b>, look at the preview and tap “Publish”.
seller-help-post = 📷 Send a photo and write below it, for example <b>{ $title } 30 yuan/kg, 100 kg</b>. Look at the preview and tap “Publish”. The sentence alone will do, too.
seller-help-price = 💰 Just say the new price: <b>{ $title } now 32 yuan/kg</b>, or <b>{ $title } 2 yuan cheaper</b>. If it was wrong, say “undo”.
seller-help-stock = 📦 Just say how much there is: <b>{ $title } 30 kg left</b>, <b>{ $title } 100 kg more</b>, <b>sold 3 kg of { $title }</b>. To stop selling it for now: <b>pause { $title }</b>.
seller-help-packs = 🎁 Say it like this: <b>{ $title } 5 kg bag 140 yuan</b>, and buyers get a button for it.
seller-help-photo = 📷 Take photos near a window, close up, with a plain background; ten at most. To change one, say <b>change the photo of { $title }</b> and send the new one.
seller-help-undo = ↩️ Said something wrong? Say “undo” within five minutes. “History” on a product’s page shows every change.
seller-help-orders = 📦 New orders come here by themselves. Say <b>A-0317 accepted</b>, or <b>A-0317 shipped SF1234567890</b>, or use the buttons below an order.
seller-help-tracking = 🚚 The parcel number goes with its order: tap “Ship” below the order and send me the number; or just say <b>A-0317 SF1234567890</b>, or write it below a photo of the waybill. The buyer gets it at once. If it was wrong, say it again and it is put right.
seller-help-refund = 🛟 Buyers send a photo of what arrived damaged; you agree to a refund with one tap, or write to them. You send the money and mark it as refunded.
seller-help-money = 💰 The money comes straight to you, in one of two ways: cash on delivery, or a transfer to your payment code. The buyer sends a screenshot, and you tap “The money is here” when it has come. Send a photo of your WeChat or Alipay payment code to use transfers.
seller-help-helpers = 👥 You can invite a helper from your family to see orders, pack them or change products; you choose what they may do. Tap below for the invitation link; that is also where you remove somebody.
seller-help-shipping = 🚚 You set the fee, the buyer sees and pays it; or you pay it yourself. To change it, say <b>express 8 yuan, free from 99</b>
seller-help-shop = 🏡 The shop’s name, story and pick-up place are changed in “My shop”.
seller-help-stream = 🔴 To go live, tap below and send the link of your stream; your followers hear of it at once. To announce one, say <b>live tomorrow at 8 pm</b>
seller-help-cost = 🆓 Opening a shop and selling cost nothing here, and nothing is kept of what you earn. If your village has agreed on something else, ask somebody of the village below.
seller-help-language = 🌐 Tap below to change the language: 中文, English. You can also send /language
seller-help-leave = 🔒 You can download everything held about you, or have it deleted: send /privacy for the first, tap below for the second (you are asked once more). For a break alone say <b>shop is closed</b>, and <b>I am back</b> afterwards.
seller-help-print = 🖨 All orders to send are in the packing list, which has a “Print” button; stickers are below each order.
seller-help-preorder = 🌱 You can sell before the harvest: tap “Pre-sale” below a product and say from which day it is picked, and how much. When it is ready, tap “It is picked”: whoever ordered first gets theirs first.
seller-help-weigh = ⚖️ When an accepted order is weighed, just say <b>A-0317 4.8 kg</b>, or tap “Weigh” below it. If it is less, less is paid; what is more is a gift.
seller-help-share = 📣 Tap below for a poster to share in groups: one scan, and people can buy. The link of your shop is in “My shop” and opens for everybody. Who follows you hears of new goods and streams.
seller-help-text = ✍️ Just say the text: <b>change the description of { $title } to fresh this year, thin shells</b>. To have it written, tap “Write it for me” below the product. The story of the shop is changed in “My shop”.
seller-help-write = 💬 To write to a buyer, say <b>tell Wang Fang it ships tomorrow</b>, or tap “Write to the buyer” below an order. What buyers ask comes here.
seller-help-rest = 🏖 Just say it: <b>no shipping tomorrow</b>, <b>away from Monday to Wednesday</b>, <b>shop is closed</b>. When you are back, say <b>I am back</b>.
seller-help-sales = 💰 Just ask: <b>how much did I sell today</b>, <b>sales this week</b>, <b>sales last month</b>, <b>who bought the most</b>.
order-words-none-accept = No order waits to be accepted.
order-words-none-decline = There is no order to decline.
order-words-none-ship = No order waits to be shipped.
order-words-none-weigh = No order waits for its weight.
order-words-none-delivered = No order is on its way.
order-words-none-later = There is no order to send.
order-words-none-money = No order waits for money.
order-words-none-where = There are no orders now.
order-words-none-look = There are no orders now.
order-words-nobody = None of your open orders is “{ $owner }”.
order-words-nobody-which = ❓ None of your open orders is “{ $owner }”, so nothing was done. Is it one of these?
order-words-which = ❓ Which order?
order-words-whose-parcel = ❓ Whose parcel has this number?
order-words-accepted = ✅ { $number } is accepted; the buyer has been told.
order-words-count = 📦 { $placed } to accept, { $accepted } to ship.
seller-unused = Not used: “{ $words }”
stock-propose-half = ❓ There are { $now } of <b>{ $title }</b> on record; half of that is <b>{ $quantity }</b>. Shall I note that so much is left?
stock-propose-about = ❓ Shall I note <b>{ $quantity }</b> of <b>{ $title }</b>? ({ $now } on record)
stock-propose-between = ❓ <b>{ $title }</b>: shall I note <b>{ $low }</b> or <b>{ $high }</b>? Any other figure will do too. ({ $now } on record)
stock-propose-move = ❓ <b>{ $title }</b>: shall I take it as <b>{ $quantity }</b>? ({ $now } on record)
stock-container = ❓ <b>{ $title }</b>: { $count } × { $name }; how much is in one? { $example }
packs-changed = ✅ Packs of <b>{ $title }</b>:
pack-price-line = 🎁 { $quantity } · <b>{ $price }</b>
pack-dearer = ℹ️ Loose, { $quantity } costs { $loose }: buyers pay the lower price.
packs-follow = 📈 Change the packs too
packs-follow-ask = Should the packs follow? By the new price:
plan-one-by-one = 🗓 Streams are announced one at a time; here is the next one:
packs-none = <b>{ $title }</b> has no packs with a price of their own.
plan-hour-ask = 🗓 At what time? For example: 8 pm
plan-call-off-ask = Cancel this stream?
plan-call-off-at = ✖️ Call off { $at }
plan-stays = 🗓 All right, nothing changes: it starts on { $at }.
plan-stays-until-said = 🗓 I heard you, and for now nothing changes: it starts on { $at }. To move it or call it off, just tell me then.
plan-none-then = 🗓 You have announced no stream for that day. Yours is on { $at }:
plan-move-ask = 🗓 It was announced for { $at }; move it to:
fact-kept = ✅ Noted. Who asks about { $topic } is told: “{ $words }”
fact-pickup = ✅ Noted: 🏡 pick up at <b>{ $place }</b>
fact-drop = 🗑 Do not say that
fact-dropped = All right, it is not said any more.
fact-topic-shipTime = when you ship
fact-topic-storage = how it keeps
fact-topic-invoice = invoices
fact-topic-group = group orders
fact-topic-returns = returns
fact-topic-payment = ways to pay
draft-publish-this = ✅ Publish { $title }

tell-ask = 💬 Tell { $to } (order <b>{ $number }</b>) this?
    “{ $words }”
tell-yes = 💬 Tell the buyer
tell-unsent = ✋ Not passed on yet: “{ $words }”. First say which order it is, then say this again.
tell-unsent-parcel = ✋ Not passed on yet: “{ $words }”. First answer with the tracking number; when it is sent, say this again.
tell-unsent-undone = ✋ Not passed on: “{ $words }”, since this was not done with order <b>{ $number }</b>. To pass it on all the same, say “tell { $to } …”.
tell-nobody = ✋ Not passed on: “{ $words }”. I could not tell which buyer that is for. Say the order’s number: <b>tell A-0012 it goes out tomorrow</b>. No price and no stock has changed.
tell-sent = ✅ { $to } (order <b>{ $number }</b>) has been told:
    “{ $words }”

tell-all-ask = 💬 Send this to { $count ->
        [one] the one buyer whose order has not gone out
       *[other] the { $count } buyers whose orders have not gone out
    }?
    “{ $words }”
tell-all-line = { $to } · { $number }
tell-all-more = … and { $count } more
tell-all-yes = 💬 Send it to { $count }
tell-all-sent = ✅ Sent to { $count ->
        [one] one buyer
       *[other] { $count } buyers
    }:
    “{ $words }”
    What they answer comes here.
tell-all-nobody = No order is waiting to be sent, so there is no buyer to tell.
tell-all-how = 💬 { $count ->
        [one] One buyer is
       *[other] { $count } buyers are
    } waiting for an order to go out. To tell all of them, say <b>tell all buyers: …</b>. You will see it before it is sent.

refund-ask = ↩️ Give <b>{ $amount }</b> of order <b>{ $number }</b> back to { $to }?
refund-ask-most = ↩️ You said { $wanted }, but of order <b>{ $number }</b> ({ $to }) <b>{ $amount }</b> at most can be given back. Give that back?
refund-yes = ↩️ Yes, give { $amount } back
refund-decline = 🚫 Decline the order, all goes back
refund-how-much = ↩️ How much of order <b>{ $number }</b> ({ $to }) goes back? { $rest } at most. Answer with a sum, or “half”, “all of it”.
refund-not-paid = The money for order <b>{ $number }</b> ({ $to }) has not come yet, so there is nothing to give back. To take less, tell the buyer, and take less when you are paid.
refund-not-paid-less = The money for order <b>{ $number }</b> ({ $to }) has not come yet, so there is nothing to refund. To take { $less } less, tell the buyer, and take { $less } less when you are paid.
refund-nothing-paid = No order has been paid, so there is nothing to give back.
refund-given = ✅ Noted: <b>{ $amount }</b> of order <b>{ $number }</b> goes back to { $to }, who knows it. Please send the money, then tap below.
refund-given-news = ↩️ Order <b>{ $number }</b>: the seller gives <b>{ $amount }</b> back to you. You will hear when it has been sent.

seller-anger = 😔 Sorry to have cost you nerves. I am the shop’s assistant, and do not always understand. Say it another way, or let somebody of the village help you.
seller-praise = 😊 Thank you! Whenever there is something to sell or to send, just say so.
seller-chat = 😊 Good to hear from you. I only know about selling: new goods, prices, orders, parcels, streams. Just say what you need.
seller-chat-weather = 🌦 That is the weather for you: mind the roads, and have a good rest at home. If an order comes, I tell you at once.
seller-chat-tired = 🍵 You have worked hard; have some tea and a rest. If an order comes, I tell you at once.
seller-chat-ill = 🍵 Get well soon, and take a good rest. If you cannot send for some days, say “away for three days”, and buyers will see it.
seller-chat-hard = 🌱 That is hard; it will get better. To be seen by more people, send the poster to your groups, or say “live tonight at 8”.
seller-chat-joy = 🎉 How lovely, I am happy for you! Whatever there is to do, just say it.
seller-wait = 👌 No hurry, take your time.
seller-wait-draft = 👌 No hurry. I keep “{ $title }” for you; just go on when you are back.
draft-which-not = Which one is not to be published?
draft-which = 🗑 { $title }
seller-heard = 👌 Good. Say so whenever you need something.
report-followers = { $count ->
    [0] Nobody follows you yet. Share your shop, and people will come.
    [one] 👥 <b>One</b> person follows you.
   *[other] 👥 <b>{ $count }</b> people follow you.
}
left-title = 🧺 Your products ({ $count } { $count ->
    [one] product
   *[other] products
})
left-line = · <b>{ $title }</b>: { $quantity } left · { $price }
left-held = · <b>{ $title }</b>: { $quantity } left, { $held } more reserved
left-all-held = · <b>{ $title }</b>: none left, { $held } reserved
left-none = · <b>{ $title }</b>: sold out
left-paused = · <b>{ $title }</b>: { $quantity } left, taken off
report-no-goods = You have nothing on sale now.
report-waiting-for = ⏳ <b>{ $title }</b>: { $people ->
    [one] one person waits
   *[other] { $people } people wait
}, for { $quantity } altogether
report-waiting = ⏳ <b>{ $title }</b>: { $people ->
    [one] one person waits
   *[other] { $people } people wait
}
report-nobody-waits = Nobody waits for anything now.
report-buyers = 🏅 Who bought most this season:
report-buyer = ▪️ { $name }: { $count ->
    [one] { $count } order
   *[other] { $count } orders
}, <b>{ $money }</b>
report-not-rated = Nobody has rated you yet.
report-rated = ⭐ { $count ->
    [one] One person has rated you
   *[other] { $count } people have rated you
}, { $stars } stars on average.
# A message said again in a plain sentence.
plainly-not = All right, nothing was changed. Just say it another way, for example: <b>shipping 8 yuan, free from 100 yuan</b>
answer-ask = 💬 Send this to { $to }?
    Asked: { $question }
    Your answer: “{ $words }”
answer-yes = 💬 Send to { $to }
answer-not = Do not send
answer-which = 💬 Who is “{ $words }” for?
answer-to = 💬 { $to }: { $question }
answer-all = 💬 All { $count } who asked
answer-sent = ✅ Sent to { $to }: “{ $words }”
mend-stays-stock = 👌 Nothing is changed: { $title } still stands at { $quantity }. To change it just say, for example, “{ $title }: { $quantity } left”.
mend-stays-price = 👌 Nothing is changed: { $title } still costs { $price }. To change it just say, for example, “{ $title } now { $price }”.
mend-which-sum = ❓ Nothing is changed yet: it is not clear which sum you mean. Just say, for example, “shipping 8 yuan” or “free shipping from 60 yuan”.

# Never mind, behind a change: it is done already.
change-stands-price = That is already done: { $title } now costs { $price }. To take it back, tap “Undo”.
change-stands-stock = That is already done: { $title } now stands at { $quantity }. To take it back, tap “Undo”.
change-stands-status = That is already done: { $title }. To take it back, tap “Undo”.
# Takings or orders of another household were asked for.
report-others = Other families’ orders and takings are theirs alone to see. I can only show you your own ({ $shop }):
setting-stands = That setting is already changed. To take it back, tap the button.
