me-title = 👤 <b>About me</b>
me-name = Name: { $name }
me-addresses = 📍 { $count } { $count ->
    [one] address
   *[other] addresses
}
me-follows = ⭐ Following { $count }, waiting for { $waits }
me-language = Language: { $language }
me-quiet = 🌙 Quiet from { $from } to { $until }
me-quiet-off = 🌙 No quiet hours
me-change-name = ✏️ Change the name
me-name-ask = What shall I call you? (at most 40 letters)
me-quiet-button = 🌙 Quiet hours
me-quiet-ask = 🌙 When should I be quiet? News of streams and goods waits until afterwards; what concerns your orders still comes, and what you reserved, unless you say so under Reminders.
me-quiet-night = { $from } to { $until }
me-quiet-none = Any time is fine
me-kept = Noted
me-privacy = 📄 All my data
privacy = 📄 Everything we know of you is in this file; photos and files are listed in it.
privacy-kept = What stays after erasing: the goods, amounts, dates and province of orders, without name, phone or address. Records of transactions are kept for at least three years (E-Commerce Law of China, article 31), accounting vouchers for thirty (Measures for the Administration of Accounting Archives).
privacy-beyond = What we cannot erase: what others have downloaded, printed, forwarded or photographed; what you and sellers typed into Telegram yourselves; files and photos sent to Telegram more than two days ago (their words are taken out); backups, until they are replaced.
forget-button = 🗑 Erase my data
forget-ask = Erase everything we know of you? Addresses, phone numbers, messages and follows go for good; orders keep only goods, amounts, dates and province.
forget-yes = 🗑 Yes, erase it all
forget-no = Not now
forget-owner = You own “{ $names }”. Please hand it to somebody first, or ask the village office to close it.
forget-open = These orders are not finished yet: { $numbers }.
forget-open-offer = Shall it be erased when they are?
forget-later = 🗑 Erase when they are finished
forget-stay = ↩️ Keep my data after all
forget-stayed = ✅ Good, nothing is erased.
forget-noted = ✅ Noted. Your data is erased as soon as your orders are finished.
forgotten = ✅ Your data has been erased. Thank you for coming; you are welcome any time.
