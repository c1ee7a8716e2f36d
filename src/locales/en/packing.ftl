sold-list-done = 📦 <b>Finished orders</b>, newest first
sold-none-done = 📦 No finished orders yet.
sold-see-done = ✔️ Finished ones
sold-see-open = 📦 Open ones

decline-why = Why not <b>{ $number }</b>? The buyer will read it.
decline-because-sold-out = 🌰 Out of stock
decline-because-too-far = 🚚 Cannot ship there
decline-because-wrong-price = 💰 The price was wrong
decline-because-other = ✏️ Something else
decline-words-ask = ✏️ Please write a sentence to the buyer:
sold-declined = ✖️ Order { $number } is declined, and the buyer was told:
declined-because-sold-out = Reason: it is out of stock. We are sorry.
declined-because-too-far = Reason: we cannot ship to your place. We are sorry.
declined-because-wrong-price = Reason: the price was wrong. Please come again when it is right.
declined-because-other = The seller says: { $words }

# Called off after it was accepted
sold-cancel = ✖️ Cancel it
sold-cancel-why = You have accepted <b>{ $number }</b>. Why must it be cancelled? Tap one or write a line; the buyer reads it.
sold-cancel-ask = ✖️ You have accepted <b>{ $number }</b>. Really cancel it? The goods go back, and so does money that was paid. The buyer will read: “{ $words }”
sold-cancel-yes = ✖️ Cancel { $number }
sold-cancel-keep = Keep it
sold-called-off = ✖️ Order { $number } is cancelled, its goods are back in stock, and the buyer was told:
sold-cancel-shipped = 🚚 It has been sent, so it cannot be cancelled. To give money back, say for example: refund 20 yuan on this order.
sold-cancel-over = This order is over already; there is nothing to cancel.

ship-ask-again = 🚚 What is the new tracking number of <b>{ $number }</b>? Write it, or send a photo of the slip with the number below it.
ship-slip-kept = 📷 The slip is kept with the order. What is its tracking number? With it the buyer can follow the parcel.
ship-slip-only = Send it without a number
ship-ask-late = 🚚 What is the tracking number of <b>{ $number }</b>? Write it, or send a photo of the slip with the number below it.
ship-add = ✏️ Add the number
ship-change = ✏️ Change the number
slip-see = 🧾 See the slip
slip-of = 🧾 The slip of <b>{ $number }</b>
slip-none = 🧾 There is no photo of a slip for <b>{ $number }</b>.
slip-of-another = 🧾 That photo is the slip of another order; nothing was changed.
courier-ask = 🚚 Whose number is this?
courier-button = { $courier }
courier-noted = ✅ Noted: { $courier }.
courier-news = 🚚 Order <b>{ $number }</b> travels with { $courier }.
tracking-of = 🚚 { $courier } <code>{ $tracking }</code>
tracking-look = 🔎 Where is it?

weigh = ⚖️ Weigh
weigh-which = ⚖️ Which of <b>{ $number }</b> is on the scale?
weigh-ask = ⚖️ <b>{ $number }</b>: { $ordered } of { $title } were ordered. What does the scale say? Send the weight, best below a photo of the scale.
weigh-unclear = I could not read the weight. Please write one number with its unit. { $example }
weigh-photo-kept = 📷 The photo is kept. What does the scale say?
weigh-odd = ⚖️ { $ordered } of { $title } were ordered. Does the scale really say <b>{ $packed }</b>?
weigh-odd-yes = ✅ Yes, { $packed }
weigh-odd-no = ✏️ No, write it again
weigh-not-packing = ⚖️ Only an accepted order that has not left is weighed.
weigh-settled = ⚖️ The refund for what was missing has been opened; it cannot become heavier. Nothing was changed.
weighed-refund = ⚖️ { $title }: { $ordered } ordered, <b>{ $packed }</b> on the scale, <b>{ $difference }</b> goes back to the buyer, who has been told.
weighed-less-to-pay = ⚖️ { $title }: { $ordered } ordered, <b>{ $packed }</b> on the scale, <b>{ $difference }</b> less to collect. The buyer has been told.
weighed-gift = ⚖️ { $title }: { $ordered } ordered, <b>{ $packed }</b> on the scale. What is more is a gift and costs nothing; the buyer has been told.
weighed-as-ordered = ⚖️ { $title }: <b>{ $packed }</b> on the scale, just right.
packed-refund = ⚖️ Order <b>{ $number }</b>: you ordered { $ordered } of { $title }, the scale says <b>{ $packed }</b>. The seller will pay you back <b>{ $difference }</b>.
packed-less-to-pay = ⚖️ Order <b>{ $number }</b>: you ordered { $ordered } of { $title }, the scale says <b>{ $packed }</b>. You pay <b>{ $difference }</b> less on delivery.
packed-gift = 🎁 Order <b>{ $number }</b>: you ordered { $ordered } of { $title }, the seller packed <b>{ $packed }</b>. What is more is a gift.
packed-as-ordered = ⚖️ Order <b>{ $number }</b>: { $title } was weighed, <b>{ $packed }</b>, in full.
line-left-out = 　🌾 The harvest was not enough for this; it is not sent and costs nothing.
packed-line = 　⚖️ On the scale { $quantity } · { $due }
step-packed = weighed and packed

menu-pack = What to pack
pack-title = 📋 <b>Packing sheet</b>: { $count ->
    [one] 1 order
   *[other] { $count } orders
}
pack-none = 📋 There is nothing to pack.
pack-total = ▪️ { $title } <b>{ $quantity }</b> ({ $count ->
    [one] 1 order
   *[other] { $count } orders
})
pack-order = { "" }
    📦 <b>{ $number }</b> · { $way } · { $pays }
pack-waiting = { "" }
    ⏳ { $count ->
        [one] 1 more order waits for your yes and is not on this sheet.
       *[other] { $count } more orders wait for your yes and are not on this sheet.
    }
pack-print = 🖨 Print
pack-csv = 📊 Excel
pack-file = packing-sheet
pack-print-here = 🖨 This file is the packing sheet. Open it in a browser to print it.
pack-csv-here = 📊 This file is the packing sheet, for Excel.
pack-not-allowed = Packing needs the right “pack” from the household’s owner.
sheet-of = { $seller } · packing sheet
sheet-when = { $at } · { $count ->
    [one] 1 order
   *[other] { $count } orders
}
sheet-totals = Fetch first
sheet-by-order = Then pack by order
sheet-in-orders = { $count ->
    [one] 1 order
   *[other] { $count } orders
}
sheet-quantity = { $quantity }
sheet-title = { $title }
sheet-time = { $at }
sheet-pays = collect { $total }
sheet-paid = paid
sheet-number = Order
sheet-placed = Ordered at
sheet-name = Name
sheet-phone = Phone
sheet-address = Address
sheet-way = Way
sheet-note = Note
sheet-product = Product
sheet-ordered = Ordered
sheet-packed = On the scale
sheet-amount = Amount (yuan)
sheet-fee = Shipping (yuan)
sheet-collect = To collect (yuan)

untouched = 🔔 { $count ->
    [one] <b>1</b> order waits
   *[other] <b>{ $count }</b> orders wait
} for your answer, and so does the buyer.
untouched-button = { $number }

home-pack = 📋 Packing sheet
home-sales = 💰 Earned
packed-back = ⚖️ Back to the buyer by weight: { $back }
