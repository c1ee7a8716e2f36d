home = 🏠 Home
back = ‹ Back
page = { $page }/{ $pages }
page-back = ‹ Back
page-on = More ›
line = { $title } { $quantity } · { $total }
quantity-both = { $units } ({ $amount })
recipient =
    📍 { $name } { $phone }
    { $address }

language-which = 用哪种语言？ / Which language?
language-zh = 中文
language-en = English
language-set = English it is


amount-example-MASS = For example: 2 kg, 500 g
amount-example-VOLUME = For example: 2 L, 500 ml
amount-example-COUNT = For example: 3

state-placed = waiting for the seller
state-unpaid = waiting for payment
state-accepted = being packed
state-shipped = on its way
state-delivered = delivered
state-declined = declined by the seller
state-cancelled = cancelled
state-expired = payment not confirmed in time
card-total = Total <b>{ $total }</b>
order-tracking = 🚚 Tracking number <code>{ $tracking }</code>
order-not-found = There is no such order.
stream-gone = That stream is no longer there.
guest = Guest { $number }
