offer-full = 🔔 <b>{ $title }</b> of { $seller } is back. The { $quantity } you wait for are kept for you until { $until }.
offer-part = 🔔 Some <b>{ $title }</b> of { $seller } came back. You wait for { $wanted }; { $quantity } are there now that it is your turn, and are kept for you until { $until }.
offer-take = 🛒 Take { $quantity }
offer-wait = ⏳ Wait for all { $wanted }
offer-no = No, thanks
offer-held = 🔔 Kept for you until { $until }: please confirm before then.
offer-over = The time for this is over: it went to the next in line.
offer-waits-on = ⏳ Good, you keep your place, and hear as soon as there are { $wanted }.
offer-declined = Good, it goes to the next in line.
offer-expired = ⌛ The time for { $title } { $quantity } that were kept for you is over: they went to the next in line.
offer-withdrawn = Sorry, the seller counted anew, and the { $title } { $quantity } kept for you are not there. You keep your place.
offer-left = 🔔 Some { $title } came back and went to those before you. You wait for { $wanted } as number { $place }, and hear as soon as it is your turn.
offer-again = 🔔 Wait on
offer-stop = Stop waiting
offers-made = 📦 { $title } is back: { $quantity } { $count ->
    [one] are kept for one
   *[other] are kept for { $count }
} of those who waited, until { $until }; { $waiting } still wait.
