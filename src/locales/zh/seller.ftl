seller-home = 🏡 <b>{ $name }</b>
    发一张照片加一句话就能上架，比如：<b>核桃 15元一斤 有200斤</b>
seller-home-orders = 📦 订单
seller-home-products = 🌰 我的商品
seller-home-live = 🔴 我要开播
seller-home-plan = 🗓 预告直播
help-seller =
    · 上架：发照片，写 <b>核桃 15元一斤 有200斤</b>
    · 改库存：<b>核桃还有30斤</b>、<b>核桃补货100斤</b>、<b>卖了3斤核桃</b>
    · 改价：<b>小米降到8块一斤</b>
    · 送货：<b>快递8元，满99包邮</b>，或 /delivery
    · 开播：/live，或点「我要开播」

    /products 商品
    /orders 订单
    /pack 装货单
    /sales 卖了多少
    /poster 海报
    /live 开播
    /language 语言
    /person 找人
seller-not-joined = 您还没有加入。请向村里要一个邀请链接，打开就行。
invite-used = 这个邀请已经用过了，请向村里再要一个。
invite-expired = 这个邀请过期了，请向村里再要一个。
invite-unknown = 没有这个邀请。链接是不是少了一段？请打开完整的链接，或向村里再要一个。
joined = 🎉 欢迎，<b>{ $name }</b>！以后在这里发照片就能卖货。

draft-title = 👀 <b>预览</b>（还没有上架）
draft-name = <b>{ $title }</b>
draft-price = 价钱 { $price }
draft-pack = 规格 { $quantity }
draft-stock = 数量 { $quantity }
draft-blurb = { $blurb }
draft-photos = { $count ->
    [0] 📷 还没有照片，可以直接发一张来
   *[other] 📷 { $count } 张照片
}
draft-ready = 没问题就点「上架」。
law-forbidden = ⚠️ 广告法不让写：{ $words }。写了可能被罚。
law-certificate = ⚠️ { $words }：有证书才能写。
law-rewrite = ✏️ 改成「{ $title }」
draft-asks-title = ❓ 这是什么？请写名字，比如：核桃
draft-asks-price = ❓ <b>{ $title }</b> 多少钱？请带上单位，比如：15元一斤
draft-asks-stock = ❓ <b>{ $title }</b> 有多少？{ $example }
draft-publish = ✅ 上架
draft-write = ✍️ 帮我写
draft-discard = 🗑 不要了
published-toast = 上架了
published = 🎉 <b>{ $title }</b> 上架了，买家现在就能下单。
published-delivery = 您还没说怎么送货，现在是这样：
published-delivery-how = 要改就照这样说：<b>快递8元，满99包邮</b>
discarded = 好的，没有上架。
discarded-goods = 好的，「{ $title }」没有上架。
taken-toast = 用上了
taken = <b>{ $title }</b> 的介绍换好了。
product-not-yours = 没有找到您的这件商品。

mine-list = 🌰 <b>我的商品</b>
mine-none = 还没有商品。发一张照片加一句话试试：核桃 15元一斤 有200斤
mine-button-draft = 📝 { $title }
mine-button-on-sale = { $title } · { $quantity }
mine-button-paused = ⏸ { $title } · { $quantity }
mine-title = <b>{ $title }</b> { $price }
mine-status-on-sale = 🟢 正在卖
mine-status-paused = ⏸ 暂停中
mine-status-draft = 📝 还没有上架
mine-status-archived = 🗄 已收起
mine-left = 还能卖 { $quantity }
mine-held = 另有 { $quantity } 先留着：给还没付款或没接的订单，和排队等货的人
mine-how = 要改就直接说，比如：还有{ $left }、补货{ $more }、降到8块
mine-pause = ⏸ 暂停
mine-resume = ▶️ 继续卖
mine-all = 🌰 全部商品
mine-open = 🌰 看这件商品
mine-not-found = 没有找到「{ $words }」。是哪件商品？
mine-which = 是哪一件？
mine-which-button = { $title }
stock-changed = ✅ <b>{ $title }</b>：{ $before } → <b>{ $after }</b>
stock-not-so-much = { $title } 只有 { $left }，没有改动。
stock-too-large = { $title } 记不了这么多，没有改动。现在有 { $left }。
price-not-so-large = 这个价格太大了，没有改动。
photos-too-many = { $title } 最多放 { $max } 张照片，多出来的没有收。
stock-other-unit = { $title } 不是按这个单位卖的，请换个单位再说一次。
price-changed = ✅ <b>{ $title }</b>：{ $before } → <b>{ $after }</b>

sold-list = 📦 <b>待办订单</b>（先来的在前）
sold-none = 📦 没有待办的订单。
sold-unpaid = 💰 <b>钱还没到的订单</b>　收到了就点开确认
sold-unpaid-none = 💰 没有等着收钱的订单。
sold-line = · { $number }　{ $goods }
sold-unpaid-sum = 一共还差 <b>{ $money }</b>。
sold-button = { $number } · { $state } · { $total }
sold-which-button = { $number } { $goods } · { $state } · { $total }
sold-title = 📦 <b>{ $number }</b> · { $state }
sold-payment-none = 💵 货到付款 · { $name }
sold-payment-due = 💳 等 { $name } 转账
sold-payment-proof-sent = 💳 { $name } 发来转账截图，请看看钱到了没有
sold-payment-paid = 💰 { $name } 已付款
sold-payment-refund-due = 💸 要退款给 { $name }
sold-payment-refunded = 💸 已退款给 { $name }
sold-due = 货留到 { $until }
sold-accept = ✅ 接单
sold-decline = ✖️ 不接
sold-paid = 💰 钱到了
sold-ship = 🚚 发货
sold-delivered = 📬 送到了
sold-picked-up = 🏡 买家取走了
sold-all = 📦 待办订单
sold-no-change = 这个订单已经是这样了
sold-cancelled-notice = ❌ 买家取消了订单 <b>{ $number }</b>，货已放回。
sold-replaced-notice = ✏️ 买家改了订单 <b>{ $number }</b>：原来那单取消了，以新单 <b>{ $now }</b> 为准。
sold-expired-notice = ⌛ 订单 <b>{ $number }</b> 超时未付款，货已放回。
ship-ask = 🚚 <b>{ $number }</b> 的运单号是多少？发文字，或拍底单、把单号写在照片下面。没有就点下面。
ship-without = 没有运单号
ship-unclear = 运单号是 8 到 30 位字母和数字，请再看看。

parked-notice = ⚠️ <b>{ $name }</b> 的一条消息处理失败，已搁置，请联系他。
mine-button-price = { $price }
sold-buyer = 买家
published-next = 👉 接下来：点「海报」发到群里；<b>今晚8点直播</b>这样说一句就有预告；再发一张照片，接着上下一样。

# 订单到哪一步了，说给卖家自己听
sold-state-placed = 等您接单
sold-state-due = 等买家转账
sold-state-proof-sent = 转账等您核对
sold-state-accepted = 备货中
sold-state-ready = 等买家来取
sold-state-declined = 没有接
