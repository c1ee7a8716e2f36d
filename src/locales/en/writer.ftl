writing-toast = Writing, just a moment…
suggestion-by-model = ✍️ Here is a text; how is it?
suggestion-off = ✍️ No writing helper is connected; this was put together from what you said:
suggestion-failed = ✍️ The writing helper does not answer right now; this was put together from what you said:
suggestion-refused = ✍️ The writing helper would not write this; this was put together from what you said:
suggestion-unlawful = ✍️ What the writing helper wrote was not lawful or not what you said, so it was not used; this was put together from what you said:
suggestion-zh =
    <b>{ $title }</b>
    { $blurb }
suggestion-en =
    <b>{ $title }</b>
    { $blurb }
suggestion-take = ✅ Use this
suggestion-again = 🔁 Write again
suggestion-leave = No, thanks
suggestion-budget = ✍️ Today’s money for the writing helper is spent; this was put together from what you said:
suggestion-points = { $points }
suggestion-tags = { $tags }
suggestion-how = To change it, just say so: shorter, don’t mention sweet, warmer, again.
suggestion-why = 🧾 Where does this come from?
suggestion-back = The product
writing-now = ✍️ Writing… it comes in a moment. Say how you want it, such as “shorter” or “don’t mention sweet”.
writing-already = Already writing, just a moment…
writing-so-far = ✍️ { $words }
writing-stop = ⏹ Stop
writing-stopped = All right, no text.
receipt-title = 🧾 Every sentence rests on what you said or filled in:
receipt-line =
    “{ $sentence }”
    ← { $facts }
receipt-line-plain =
    “{ $sentence }”
    ← a greeting; it says nothing about the goods
suggestion-same = ✍️ The writing helper had nothing new; this was put together from what you said:
law-blocked = ⛔️ The village publishes nothing that the advertising law forbids. Please change first: { $words }
office-writer = ✍️ Writing helper
office-writer-title = ✍️ The writing helper, last 30 days
office-writer-texts = { $shown } { $shown ->
        [one] text
       *[other] texts
    } proposed ({ $byModel } by the model), { $used } taken by sellers
office-writer-cost = The model cost { $cost }
office-law-warns = Words that the advertising law forbids: sellers are warned.
office-law-blocks = Words that the advertising law forbids: nothing is published with them.
office-law-block = ⛔️ Refuse such texts
office-law-warn = ⚠️ Only warn
