way-express = 🚚 Express
way-courier = 🛵 Village courier
way-pickup = 🏡 Pick up
way-line = { $way } · { $fee }
way-line-place = { $way } · { $place }
way-button = { $way } · { $fee }
way-button-of = { $seller }: { $way } · { $fee }
fee-free = free
day = { $weekday }, { $date }
weekday-0 = Sunday
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday

delivery = 🚚 Delivery
menu-delivery = Delivery
delivery-title = 🚚 <b>Delivery</b>
delivery-how =
    Just say what changes, like:
    · <b>express 8 yuan, free from 99</b>
    · <b>first kg 8 yuan, each further kg 3 yuan</b>
    · <b>no shipping to Xinjiang and Tibet</b>
    · <b>closed tomorrow</b>
delivery-changed = Changed
delivery-last-way = One way has to stay on
delivery-fee-ask = { $way }: what does it cost?
delivery-fee-examples =
    For example:
    · <b>8 yuan, free from 99</b>
    · <b>first kg 8 yuan, each further kg 3 yuan</b>
    · <b>Xinjiang 20 yuan</b>
    · <b>free</b>
    What is sold by the piece counts 500 g each.
delivery-unclear = I did not understand that; nothing was changed. Please say it like this:
delivery-minimum-ask = 💰 From what amount do you ship? Like: 50 yuan. For any amount, write: no
delivery-minimum-button = 💰 Smallest order
delivery-areas-button = 🗺 Not shipped to
delivery-days-button = 🏖 Days off
delivery-limit-button = ✋ Limit a person
rule = { $way }: { $fee }
rule-off = { $way }: off
rule-by-weight = { $way }: by weight
rule-free-from = · free from { $amount }
zone = · { $where }: first { $first } { $firstFee }, each further { $step } { $stepFee }
zone-flat = · { $where }: { $fee }
zone-rest = elsewhere
zone-all = everywhere
rule-minimum = 💰 Orders from { $amount }
rule-areas = 🗺 Not shipped to { $areas }
rule-day-off = 🏖 Off on { $day }
rule-ships-on = 📦 Ships on { $days }
rule-areas-only = 🗺 Ships only to { $areas }
rule-ship-time = ⏱ How soon: “{ $words }”
delivery-ship-time-button = ⏱ How soon you ship
ship-time-ask = ⏱ How soon after an order do you ship? Like: within 48 hours. To say nothing of it, write: no
rule-least = 📦 { $title }: sold from { $quantity } an order
rule-limit = ✋ { $title }: at most { $limit } for each person
way-turn-on = { $way } · switch on
way-turn-off = { $way } · switch off
way-set-fee = { $way } · fee
areas-title = 🗺 Where do you not ship to? Tap to change; 🚫 means no shipping.
area-on = { $province }
area-off = 🚫 { $province }
days-title = 🏖 Which days are off? Tap to change. Buyers see when you pack again.
day-is-on = { $day }
day-is-off = 🏖 { $day }
limit-ask = ✋ What may each person have at most? Like: walnuts 5 kg. To lift it: walnuts no limit
limit-unclear = I could not read which and how much. Like this: walnuts 5 kg, or: walnuts no limit
limit-button = { $title }: { $quantity } each
limit-lift = { $title }: no limit
delivery-not-allowed = Delivery is seen to by those whom the household allows to post.
list = { $all }, { $next }
state-ready = ready to pick up
state-picked-up = picked up
sold-send-pickup = 🏡 Ready to pick up
sold-send-courier = 🛵 On its way
order-ready-notice = 🏡 Your order <b>{ $number }</b> is ready to be picked up.
delivery-already-free = 👌 { $way } is free already, with or without { $amount }. To charge for it, say: <b>express 8 yuan, free from 100</b>
