# Buyers who have had nothing delivered yet (newcomers): pay on delivery holds until the seller accepts
card-newcomer = 🆕 Your first order here: once you confirm, the goods are kept for you, and the seller has { $hours } hours to accept. If nobody does, it is cancelled by itself and you owe nothing.
placed-newcomer = 💵 You pay on delivery. Your goods are kept, and the seller has until <b>{ $until }</b> to accept; if nobody does, it is cancelled by itself and you will hear.
order-until = ⏳ The seller has until { $until } to accept; if nobody does, it is cancelled by itself.
order-unaccepted-notice = ⌛ Sorry, the seller did not get to order <b>{ $number }</b> in time. It is cancelled and you owe nothing. You can order it again.
sold-newcomer = 🆕 A new buyer: nothing delivered to them yet
sold-until = ⏳ Please accept by { $until }; after that it is cancelled and the goods are back in stock
sold-unaccepted-notice = ⌛ Nobody accepted the new buyer’s order <b>{ $number }</b>. It is cancelled; the goods are back in stock.
state-unaccepted = not accepted in time
step-unaccepted = not accepted in time, goods released
expiring = ⏳ { $count ->
    [one] <b>1</b> order of a new buyer waits for your yes; it is cancelled at { $until }.
   *[other] <b>{ $count }</b> orders of new buyers wait for your yes; the first is cancelled at { $until }.
}
accept-all = ✅ Accept all { $count }
accepted-all = ✅ Accepted <b>{ $count }</b>: { $numbers }
accepted-none = No orders wait to be accepted any more
newcomer-amount-person = ✋ With your first orders, up to <b>{ $limit }</b> in all can wait for sellers on pay on delivery; you have { $left } left. After your first delivery there is no limit.
newcomer-amount-address = ✋ To one address, up to <b>{ $limit }</b> of new buyers’ orders can wait for sellers on pay on delivery; { $left } is left.
newcomer-share = ✋ { $title }: new buyers’ orders that wait on pay on delivery may take { $share }% of it at most; <b>{ $left }</b> is left.
newcomer-share-reached = ✋ { $title }: new buyers’ orders that wait on pay on delivery may take { $share }% of it at most, and they have by now.
newcomer-unpaid-person = ✋ With your first orders, up to <b>{ $limit }</b> in all can wait unpaid; you have { $left } left. What is paid has no limit.
newcomer-unpaid-address = ✋ To one address, up to <b>{ $limit }</b> of new buyers’ orders can wait unpaid; { $left } is left.
newcomer-unpaid-share = ✋ { $title }: new buyers’ orders that are not paid yet may take { $share }% of it at most; <b>{ $left }</b> is left.
newcomer-unpaid-share-reached = ✋ { $title }: new buyers’ orders that are not paid yet may take { $share }% of it at most, and they have by now.
newcomer-ways-paid = You can order a little less, or come back when what waits has been paid.
newcomer-ways-first = You can pay first, for which more may wait, order a little less, or come back when the seller has accepted what waits.
newcomer-ways-less = You can order a little less, or come back when the seller has accepted what waits.
newcomer-pay-first = 💳 Pay first
newcomer-fewer = ➖ As much as I may
restore-newcomer = With what was ordered since, new buyers would have too much waiting on pay on delivery; this order cannot be restored. You can order a little less of it again.
office-newcomers = 🆕 New buyers
newcomers-title = 🆕 <b>New buyers’ pay on delivery</b>
newcomers-why = For buyers who have had nothing delivered yet, pay on delivery keeps the goods until the seller accepts. A transfer that is not paid yet may hold twice as much, and half of what the share leaves to others. What waits for a seller may be at most:
newcomers-person = 👤 Of one person or one phone: <b>{ $value }</b>
newcomers-address = 📍 To one address: <b>{ $value }</b>
newcomers-share = ⚖️ Of one product, all new buyers together: <b>{ $value }</b>
newcomers-percent = { $share }%
newcomers-unlimited = no limit
newcomers-change-person = 👤 Change per person
newcomers-change-address = 📍 Change per address
newcomers-change-share = ⚖️ Change per product
newcomers-ask-person = 👤 How much at most for one person or one phone? Tap, or write it, e.g. 3000. 0 means that new buyers always pay first; “no limit” lifts it.
newcomers-ask-address = 📍 How much at most to one address? Tap, or write it, e.g. 6000. “No limit” lifts it.
newcomers-ask-share = ⚖️ How many percent of a product, all new buyers together? Tap, or write it, e.g. 60. 100 or “no limit” lifts it.
newcomers-set = Changed
newcomers-money = { $value }
