writing-toast = 正在写，马上就好…
suggestion-by-model = ✍️ 写好了，您看行不行：
suggestion-off = ✍️ 没有接写作助手，先按您给的内容拟了一份：
suggestion-failed = ✍️ 写作助手这会儿没有回应，先按您给的内容拟了一份：
suggestion-refused = ✍️ 写作助手没有写这一份，先按您给的内容拟了一份：
suggestion-unlawful = ✍️ 写作助手写的话不合广告法或您没有说过，没有采用；先按您给的内容拟了一份：
suggestion-zh =
    <b>{ $title }</b>
    { $blurb }
suggestion-en =
    <b>{ $title }</b>
    { $blurb }
suggestion-take = ✅ 就用这个
suggestion-again = 🔁 再写一次
suggestion-leave = 不用
suggestion-budget = ✍️ 今天写作助手的费用用完了，先按您给的内容拟了一份：
suggestion-points = { $points }
suggestion-tags = { $tags }
suggestion-how = 要改就直接说：短一点、不要说甜、亲切一点、再写一次。
suggestion-why = 🧾 这些话哪来的？
suggestion-back = 看商品
writing-now = ✍️ 正在写…写好就发给您。要怎么写可以直接说，比如「短一点」「不要说甜」。
writing-already = 已经在写了，请稍等…
writing-so-far = ✍️ { $words }
writing-stop = ⏹ 不写了
writing-stopped = 好的，不写了。
receipt-title = 🧾 每句话都是从您说过的、填过的来的：
receipt-line =
    「{ $sentence }」
    ← { $facts }
receipt-line-plain =
    「{ $sentence }」
    ← 只是招呼，没有说商品的事
suggestion-same = ✍️ 写作助手没有写出新的，先按您给的内容拟了一份：
law-blocked = ⛔️ 村里规定：广告法不让写的字不能发布。请先改掉：{ $words }
office-writer = ✍️ 写作助手
office-writer-title = ✍️ 写作助手，最近 30 天
office-writer-texts = 拟了 { $shown } 份（模型 { $byModel } 份），卖家采用 { $used } 份
office-writer-cost = 模型花费 { $cost }
office-law-warns = 广告法不让写的字：只提醒卖家。
office-law-blocks = 广告法不让写的字：不改掉就不能发布。
office-law-block = ⛔️ 改成不让发布
office-law-warn = ⚠️ 改成只提醒
