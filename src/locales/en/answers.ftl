book-ask =
    📖 Shall the assistant answer so the next time somebody asks?
    Q: { $question }
    A: { $answer }
book-keep = ✅ Yes, answer so
book-drop = No
book-kept =
    📖 Kept. Who asks “{ $question }” is answered in your words: { $answer }
book-removed = All right, this answer is not used.
book-gone = This answer is gone.
book-open = 📖 Answers
book-title = 📖 Answers about { $title } (given by the assistant for you)
book-line =
    { $number }. Q: { $question }
    A: { $answer } (used { $uses } { $uses ->
        [one] time
       *[other] times
    })
book-remove = 🗑 { $number }
book-empty = None yet. What you answer to a buyer’s question and keep is listed here.
book-answered =
    🤖 { $seller } answered “{ $question }” before:
    { $answer }
    (passed on by the assistant; tap “ask the seller” to ask again)
book-said =
    🤖 { $seller } said: “{ $words }”
    (passed on by the assistant; tap “ask the seller” to ask again)
talk-translated = 🌐 Translated by a machine (the original is above): { $words }
