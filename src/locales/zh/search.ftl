order-what = 要哪一样？
order-which = 「{ $words }」要哪一种？
order-none = 没有正好叫「{ $words }」的。是这些里的吗？
order-choose = { $product } · { $seller }
order-more-lines = （答完还有 { $count } 样要问）
order-more-named = （答完还有 { $count } 样要问：{ $goods }）
order-skip = 这样不要了
orders-more-open = 另外还有 { $count } 个没完成的订单，点「我的订单」都能看到。
cancel-this = 要取消这个订单吗？点「取消订单」就行。
cancel-arrived = 这个订单已经送到了。货有问题要退款，点「有损坏」拍张照片，商家来处理；别的原因想退，点「写给商家」商量。
cancel-too-late = 商家已经在备货或已发货，我不能直接取消。点「请商家取消」，我把您的话转过去，商家会回您：
question-unknown = 这个要问问才知道。要帮您问问村里的人吗？
fee-title = 送 { $quantity }：
fee-title-province = 送 { $quantity } 到{ $province }：
fee-title-plain = 运费：
fee-title-plain-province = 送到{ $province }的运费：
fee-line = · { $seller } { $way } { $fee }
fee-line-free-from = · { $seller } { $way } { $fee }，满 { $from } 免运费
fee-line-where = · { $seller } { $way } 按省份算，告诉我寄到哪里，比如「5斤寄到广东运费多少」
fee-line-never = · { $seller } { $way } 不寄{ $province }

home-hint = 想买什么直接说，比如「{ $example }」；也可以点下面的按钮。
home-hint-empty = 现在还没有在卖的东西。想要什么直接说，有人卖了就告诉您。
home-village = 🏡 本村
example = { $title } { $quantity }

help-title = 您可以直接说：
help-order = · <b>{ $example }</b>　直接看订单卡
help-two = · <b>来{ $first }和{ $second }</b>　一次要几样
help-find = · <b>{ $title }</b>　找商品，拼音、英文也行
help-fee = · <b>50斤运费多少？</b>　先问清楚再买
help-status = · <b>我的货到哪了</b>　看订单
help-commands =
    {""}
    /browse 逛逛
    /search 找东西
    /cart 购物车
    /orders 我的订单
    /follows 关注
    /live 直播
    /language 语言
    /person 找人

browse-all = 🛍 全部
browse-season = 🌱 当季
browse-live = 🔴 直播在卖
browse-title-season = 🌱 正当季：
browse-title-live = 🔴 直播间里正在卖：

search-how = 🔎 想找什么？直接说名字就行，比如「蜂蜜」。
search-found = 🔎 「{ $words }」找到 { $count } 样：
prices-shown = 💰 价钱是这样的，点一下就能看：
search-near = 🔎 没有正好叫「{ $words }」的，您要找的是不是：
search-none = 🔎 现在没有人卖「{ $words }」。
search-instead = 村里刚上的，您看看：
wish-button = 🔔 有人卖了告诉我
wish-toast = 记下了
wish-kept = 🔔 记下了。有人卖「{ $words }」，马上告诉您。
wish-gone-toast = 不再等了

follows-title = ⭐ 您在等的和关注的：
follows-none = 您还没有关注谁，也没有在等什么。打开一户人家点「关注」，或者找不到东西时点「告诉我」。
follows-seller = · 👨‍🌾 { $name }，开播告诉您
follows-village = · 🏡 { $name }，有人开播告诉您
follows-wait = · 🔔 { $name }，有货告诉您
follows-wait-for = · 🔔 { $name }（想要 { $quantity }），有货告诉您
follows-stream = · 📺 { $name } { $at } 的直播
follows-wish = · 🔎 「{ $words }」，有人卖了告诉您
follows-open = 👀 { $name }
follows-remove = 🗑 { $name }

village-button = 🏡 { $name }
village-title = 🏡 <b>{ $name }</b> · { $place }
village-gone = 没有找到这个村子。

alert-wish = 🔔 您找过的东西有人卖了：{ $seller } 的 <b>{ $title }</b>，{ $price }。

menu-search = 找东西
menu-follows = 我的关注
