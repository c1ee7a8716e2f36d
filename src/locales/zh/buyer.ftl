home-welcome = 👋 欢迎来到<b>{ $village }</b>，村里人自己种、自己卖。
home-live = 🔴 { $seller } 正在直播
home-live-button = 🔴 { $seller } 直播中
home-hint = 想买什么直接说，比如「核桃 5斤」；也可以点下面的按钮。
home-browse = 🛍 看看有什么
home-sellers = 👨‍🌾 农户
home-cart = 🧺 购物车{ $count ->
    [0] {""}
   *[other] {" "}({ $count })
}
home-orders = 📦 我的订单
home-streams = 📺 直播
home-follows = ⭐ 我的关注
home-help = ❓ 帮助
home-language = 🌐 English
help-buyer =
    您可以直接说：
    · <b>核桃 5斤</b>　加入并看订单卡
    · <b>来三袋小米和两斤半红枣</b>
    · <b>蜂蜜</b>　找商品

    命令：/browse 逛逛　/cart 购物车　/orders 我的订单　/live 直播　/language 语言　/person 找人
invite-belongs-to-sellers = 这是给商家的邀请，请在商家那边打开。

browse-title = 🛍 正在卖的：
browse-empty = 这里现在没有在卖的东西。
browse-line = · { $title } <b>{ $price }</b> · { $seller }
browse-line-sold-out = · { $title } { $price } · { $seller } · 卖完了
product-button = { $title } { $price }
product-button-sold-out = { $title } · 卖完了
shelves = 🗂 分类
shelves-title = 想看哪一类？
shelf-button = { $shelf } ({ $count })
shelf-nuts = 🌰 坚果
shelf-grains = 🌾 粮食
shelf-honey = 🍯 蜂蜜
shelf-fruit = 🍎 果子
shelf-eggs = 🥚 禽蛋
shelf-vegetables = 🥔 蔬菜
shelf-pantry = 🫙 调味
shelf-other = 🧺 其他

product-title = <b>{ $title }</b>　{ $price }
product-origin = 👨‍🌾 { $seller }
product-harvest = 🗓 { $day } 采收
product-blurb = { $blurb }
product-left = 还有 { $quantity }
product-sold-out = 卖完了
product-paused = 暂时不卖
product-gone = 这件商品已经不卖了。
product-pack = { $quantity } { $total }
product-wait = 🔔 有货告诉我
product-other-amount = ✏️ 别的数量
product-seller = 👨‍🌾 { $seller }
amount-ask = { $title } 要多少？{ $example }
amount-unclear = 没看懂是多少。请写上单位，{ $example }
wait-toast = 记下了
wait-set = 🔔 记下了，{ $title } 有货时马上告诉您。

cart = 🧺 购物车
cart-empty = 购物车是空的。
cart-title = 🧺 <b>购物车</b>
cart-total = 合计 <b>{ $total }</b>
cart-checkout = ✅ 去下单
cart-more = ➕ 再看看
cart-change = ✏️ { $title }
cart-remove = 🗑 去掉
cart-empty-button = 清空
cart-emptied = 已清空
cart-too-large = 数额太大，一次下不了这么多，请减少一些。
short-nothing = { $title } 刚刚卖完了，没能给您留下 { $wanted }。
short-some = { $title } 只剩 { $left }，不够 { $wanted }。
short-take-all = 要剩下的 { $left }

card-title = 📝 <b>请核对</b>
card-pay-delivery = 💵 货到付款
card-pay-transfer = 💳 先转账，两小时内为您留货
card-confirm = ✅ 确认下单 { $total }
card-change = ✏️ 改购物车
card-other-address = 📍 换地址
card-by-transfer = 💳 改为转账
card-by-delivery = 💵 改为货到付款
card-stale = 这张单子已经不是最新的了，没有下单。请看新的购物车。
card-changed = ⚠️ { $title } 的价钱变了：原来 { $was }，现在 <b>{ $now }</b>。还没有下单，请看新的单子。
card-off-sale = ⚠️ { $title } 刚刚下架了，还没有下单。
address-ask = 📍 送到哪里？请一条消息写上<b>姓名、电话、地址</b>。
address-unclear = 还差一点：
address-needs-name = · 收件人姓名
address-needs-phone = · 11 位手机号
address-needs-address = · 详细地址
address-example = 请在一条消息里一起发，例如：王芳 13800001234 太原市迎泽区桃园路1号
address-which = 送到哪里？
address-button = { $name } · { $address }
address-new = ➕ 新地址
placed-title = 🎉 <b>下单成功</b>
placed-number = 订单号 <b>{ $number }</b>
placed-delivery = 💵 货到付款。商家接单后会告诉您。
placed-transfer = 💳 请在两小时内转账给商家，货已为您留好。
placed-look = 📦 { $number }
placed-already = 已经下过单了：{ $number }
twice = 您刚刚下过一样的订单（{ $number }）。要再来一份吗？
twice-yes = 是的，再来一份
twice-no = 不用，看我的订单

orders-title = 📦 <b>我的订单</b>
orders-none = 您还没有订单。
orders-button = { $number } · { $seller } · { $state }
order-title = 📦 <b>{ $number }</b> · { $seller }
order-state = 状态：<b>{ $state }</b>
order-due = 请在 { $until } 前付款，过时货不再保留。
order-paid = 已付款
order-refund-due = 商家会退款给您
order-cancel = ✖️ 取消订单
order-received = ✅ 收到了
order-cancelled-toast = 已取消
order-cannot-cancel = 商家已经处理，不能取消了
order-received-toast = 谢谢！
order-cannot-receive = 这个订单还没有发货
order-accepted-notice = ✅ 商家接了您的订单 <b>{ $number }</b>。
order-declined-notice = 😔 商家没能接您的订单 <b>{ $number }</b>。
order-paid-notice = 💰 商家收到了 <b>{ $number }</b> 的货款。
order-refund-notice = 😔 <b>{ $number }</b> 的款到了，可是货已经没有了，商家会退款。
order-shipped-notice = 🚚 您的订单 <b>{ $number }</b> 发货了。
order-delivered-notice = 📬 您的订单 <b>{ $number }</b> 送到了。
order-expired-notice = ⌛ 订单 <b>{ $number }</b> 没有按时付款，货已放回。

sellers-title = 👨‍🌾 村里的农户：
seller-button = { $name }
seller-title = 👨‍🌾 <b>{ $name }</b>
seller-story = { $story }
seller-gone = 没有找到这户人家。
follow = ⭐ 关注，开播提醒我
follow-again = ⭐ 重新关注
unfollow = ✖️ 不再关注
followed-toast = 关注了，开播会告诉您
unfollowed-toast = 已取消关注
unfollowed = 不再关注 { $name }，以后开播不打扰您了。
follows-title = ⭐ 您关注的：
follows-none = 您还没有关注谁。打开一户人家，点「关注」就行。

streams-title = 📺 直播：
streams-none = 现在没有直播，也没有预告。关注农户，开播就告诉您。
stream-button-planned = 🗓 { $at } { $seller }
stream-title = 📺 <b>{ $seller }</b> { $title }
stream-planned = 🗓 { $at } 开播
stream-live = 🔴 正在直播
stream-ended = 直播已经结束
stream-reserve = 🔔 预约
stream-watch = ▶️ 去看直播
reserved-toast = 预约好了
reserved = 🔔 预约好了：{ $seller }，{ $at }。开播前半小时和开播时都会告诉您。

search-found = 🔎 找到这些：
search-none = 没有找到「{ $words }」。看看别的？
which = 您要哪一种？
which-amount = 要多少？点一下：
which-button = { $product } { $quantity } · { $seller }
human-offer = 要找人帮忙吗？
