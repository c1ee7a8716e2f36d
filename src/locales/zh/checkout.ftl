addresses = 📍 我的地址
address-ask-pickup = 🏡 自提只要<b>姓名和电话</b>，请发给我。
address-got = 记下了：{ $parts }
address-check = 这几个字我拿不准，先当作地址或姓名记下了：{ $parts }。不对的话，请再发一遍姓名、电话、地址。
address-place-kept = 🗺 地图位置记下了，会给送货的人看。
address-only-name = 👤 收件人叫什么？
address-only-phone = 📞 电话是多少？
address-only-address = 📍 详细地址是什么？比如：太原市迎泽区桃园路1号
address-phone-looks = 手机号是 11 位，比如 138 0000 1234；座机请带区号，比如 0351-4123456。

card-seller = 👨‍🌾 <b>{ $seller }</b>
card-renew = 🔄 好，按现在的来
card-without = ✖️ 不要{ $seller }的了
card-more-of = ➕ 再看看{ $seller }
card-pay-pickup = 💵 取货时付款
price-news = ⚠️ { $title } 的价钱变了：原来 { $was }，现在 <b>{ $now }</b>
product-limit = ✋ 每人最多 { $limit }
product-minimum = 📦 { $minimum }起卖
product-sale = 🏷 这个价卖到{ $day }，之后 { $usual }
limit-passed = ⚠️ { $title } 每人最多 { $limit }，您还能买 { $left }。
limit-reached = ⚠️ { $title } 每人最多 { $limit }，您已经买够了，谢谢支持！
below-quantity = 📦 { $title } 一单最少 { $minimum }。凑够就能下单。
quantity-raise = ➕ { $title } 凑够 { $minimum }
quantity-without = ✖️ 不要{ $title }
below-minimum = ⚠️ { $seller } 满 { $minimum } 才发货，还差 <b>{ $lacking }</b>。
not-shipped = ⚠️ 真不好意思，{ $seller } 的货发不到{ $province }。可以换个地址。
fee-changed = ⚠️ { $seller } 的运费变了：原来 { $was }，现在 <b>{ $now }</b>。还没有下单，请看新的单子。
way-gone = ⚠️ { $seller } 现在不送「{ $way }」了，还没有下单，请看新的单子。
seller-closed = ⚠️ { $seller } 现在不接单，还没有下单。
packs-again = 📦 { $seller } 今天不打包，{ $day }起打包发货。
province-ask = 📍 这个地址是哪个省的？点一下：
province-button = { $province }

note-button = 💬 给商家留言
note-change = 💬 改留言
note-ask = 💬 有什么要跟商家说的？比如：要新核桃，别压坏了。
note-none = 不留言
note-too-long = 留言写短一点，最多 { $most } 个字。
note-line = 💬 { $note }

cart-undo = ↩️ 放回来
cart-put-back = ↩️ 放回 { $title } { $quantity }

recipient-pickup = 👤 { $name } { $phone }
recipient-place = 🗺 <a href="{ $url }">地图位置</a>

addresses-title = 📍 <b>我的地址</b>　下单先用带 ⭐ 的
addresses-none = 📍 还没有存地址。
address-button-first = ⭐ { $name } · { $address }
address-is-first = ⭐ 下单先用这个
address-make-first = ⭐ 下单先用这个
address-edit = ✏️ 改
address-edit-ask = ✏️ 把新的发来就行：可以只发要改的，也可以整条重发。
address-out = 🗑 删掉
address-removed = 删掉了
address-undo = ↩️ 放回{ $name }的地址

menu-addresses = 我的地址

request-contact = 📞 发我的电话
request-location = 🗺 发我的位置
request-prompt = 也可以点下面的按钮，直接发电话或位置 👇
pay-not-by-transfer = 💵 这家还没有收款码，转不了账，先按货到付款。
pay-not-by-invoice = 💵 这里现在不能在线付款。
pay-not-by-delivery = 💵 这里现在不能货到付款。
pay-stays-delivery = 💵 好的，就是货到付款：收到货再付。
pay-stays-transfer = 💳 好的，就是先转账：下单后给您商家的收款码（微信、支付宝）。
pay-stays-invoice = 💳 好的，就是在线付款。
pay-taken-delivery = 💵 好的，改成货到付款：收到货再付。
pay-taken-transfer = 💳 好的，改成先转账：下单后给您商家的收款码（微信、支付宝）。
pay-taken-invoice = 💳 好的，改成在线付款。
