book-ask =
    📖 下次有人这样问，要不要让助手照这样回？
    问：{ $question }
    答：{ $answer }
book-keep = ✅ 记下，以后这样回
book-drop = 不用记
book-kept =
    📖 记下了。以后有人问「{ $question }」，助手就照您说的回：{ $answer }
book-removed = 好的，不用这条回答。
book-gone = 这条回答已经不在了。
book-open = 📖 问答
book-title = 📖 { $title } 的问答（助手替您回的）
book-line =
    { $number }. 问：{ $question }
    答：{ $answer }（用了 { $uses } 次）
book-remove = 🗑 { $number }
book-empty = 还没有。买家问了您，您回过并点「记下」的，会在这里。
book-answered =
    🤖 { $seller } 以前回答过「{ $question }」：
    { $answer }
    （助手转述；想再问就点「问问商家」）
book-said =
    🤖 { $seller } 说过：「{ $words }」
    （助手转述；想再问就点「问问商家」）
talk-translated = 🌐 机器翻译（原话在上面）：{ $words }
