no-right = { $seller } 没有让您{ $right }。要帮这个忙，请当家的在「帮手」里给您开。
right-post = 上货改货
right-pack = 打包发货
right-money = 看账收钱
right-on = ☑️ { $right }
right-off = ⬜️ { $right }
rights-none = 什么都还没开
rights-two = { $first }、{ $second }
rights-all = 上货、打包、看账都行
shop-waiting = ⏳ 您的店还在等村里点头，点头后就能上架。
shop-closed = ⛔️ 您的店被村里关了，暂时不能上架。有疑问请找村里。

acting-for = 👤 替 <b>{ $seller }</b> 办事
acting-other = 👥 换一家 ▾
acting-which = 👥 现在替哪家办事？
acting-as = { $seller }
acting-toast = 现在替 { $seller } 办事
acting-now = 好的，现在起替 <b>{ $seller }</b> 办事。

joined-helper = 🎉 您来帮 <b>{ $name }</b> 了，可以：{ $rights }。
setup-begin = 🏡 填一下小店资料
setup-keep-name = ✅ 就叫 { $name }
setup-skip = 先不填
myshop-button = 🏡 我的小店
myshop-title = 🏡 <b>{ $name }</b>
myshop-village = 村子：{ $village }
myshop-sells = 卖：{ $sells }
myshop-sells-none = 卖什么：还没写
myshop-pickup = 📍 自提：{ $place }
myshop-pickup-none = 📍 自提地点：还没写
myshop-story = 「{ $story }」
myshop-codes = { $count ->
    [0] 💳 收款码：还没有
   *[other] 💳 收款码：{ $count } 个
}
myshop-link = 🔗 { $link }
myshop-edit-name = ✏️ 店名
myshop-edit-sells = ✏️ 卖什么
myshop-edit-pickupPlace = ✏️ 自提地点
myshop-edit-story = ✏️ 我家的故事
myshop-ask-name = 🏡 店名叫什么？例如：王秀英家
myshop-ask-sells = 🌰 您家卖什么？例如：核桃、小米、土蜂蜜
myshop-ask-pickupPlace = 📍 买家来哪里自提？例如：村口老槐树旁，每天8点到18点
myshop-ask-story = 💬 说说您家的事，买家会看到。
myshop-only-owner = 小店的资料由当家的改。
myshop-pay = 💳 收款码
myshop-code = 🔳 小店二维码
myshop-code-toast = 正在画，马上就好…
myshop-code-here = 🔳 扫码进 <b>{ $name }</b>，长按可以转发到群里。

helpers-button = 🤝 帮手
helpers-only-owner = 帮手由当家的管。
helpers-list = 🤝 <b>帮手</b>
helpers-none = 🤝 还没有帮手。可以请邻居或村里的人帮您上货、打包。
helper-button = { $name } · { $rights }
helper-invite = ➕ 请帮手
helper-which-rights = 🤝 这位帮手可以做什么？点一下打开或关上。
helper-link = 🔗 生成邀请链接
helper-link-here = 🔗 把这个链接发给帮手，一周内有效，只能用一次：
helper-link-line = { $link }
helper-title = 🤝 <b>{ $name }</b>：{ $rights }
helper-drop = 🗑 不用帮忙了
owner-drop = 🗑 请出小店
helper-drop-ask = 不让 <b>{ $name }</b> 再帮忙了吗？
helper-drop-yes = 🗑 是的
helper-dropped = { $name } 不再帮忙了
helper-came = 🤝 <b>{ $name }</b> 来帮忙了。
helper-gone-notice = <b>{ $seller }</b> 不用您帮忙了，谢谢您！
menu-shop = 我的小店
menu-helpers = 帮手
myshop-delivery = 🚚 配送

# What a family has written of its goods or its shop, and what stood there before.
blurb-kept = ✅ <b>{ $title }</b> 的介绍写好了。
story-kept = ✅ 我家的故事写好了。
story-open = 🏡 看我的小店
words-before = 原来：「{ $words }」
words-now = 现在：「{ $words }」
words-cut = ✂️ 太长了，后面的没有存上。
blurb-ask = ❓ <b>{ $title }</b> 已经有介绍了，要换掉吗？
story-ask = ❓ 我家的故事已经有了，要改吗？
words-then = 改成：「{ $words }」
words-yes = ✅ 对，改
