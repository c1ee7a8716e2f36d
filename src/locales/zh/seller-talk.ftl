seller-greet = 您好！有什么要上架、改价、发货的，直接跟我说就行。
seller-ok = 好的，就这样。
seller-no = 好的，什么都没有改。
seller-bot = 我是村里小店的自动小助手，不是真人。上架、改价、报库存、发货都可以跟我说；要找真人就点下面。
seller-chatter = 听见了。这句话里没有要我办的事：「{ $words }」
    要办事就直接说，比如：<b>{ $title }还有{ $left }</b>、<b>{ $title }改成{ $price }</b>
seller-guesses = 还是没明白「{ $words }」，您是不是想：
seller-missed-again = 抱歉，一直没明白您的意思。找村里的人帮您看看吧。
seller-help-goods = 核桃
seller-help-codes = 💳 收款码
seller-help-general = 上货、改价、报库存、接单发货、开播，都可以跟我说。卖货很简单：发一张照片，写上名字、价钱、有多少，比如 <b>{ $title } 15元一斤 有200斤</b>，看过预览点「上架」就行。
seller-help-post = 📷 发一张照片，下面写上名字、价钱、有多少：<b>{ $title } 15元一斤 有200斤</b>。看过预览，点「上架」就开始卖。没有照片也行，先写这句话。
seller-help-price = 💰 改价钱直接说就行，比如：<b>{ $title }改成16元一斤</b>、<b>{ $title }便宜2块</b>。说错了，说一声「撤销」。
seller-help-stock = 📦 库存直接说就行，比如：<b>{ $title }还有30斤</b>、<b>{ $title }补货100斤</b>、<b>{ $title }卖了3斤</b>。先不卖了就说 <b>{ $title }先下架</b>。
seller-help-packs = 🎁 规格这样说：<b>{ $title }5斤装卖70</b>，买家就能一下点这一装。
seller-help-photo = 📷 照片在窗边亮的地方拍，离近一点，背景干净；最多十张。要换照片就说：<b>{ $title }换照片</b>，再把新的发来。
seller-help-undo = ↩️ 说错了、改错了，五分钟里说一声「撤销」就改回去；商品页里的「记录」看得到每一次改动。
seller-help-orders = 📦 有新订单会自动发到这里。接单说 <b>A-0317接了</b>，发货说 <b>A-0317发了 SF1234567890</b>，也可以点订单下面的按钮。
seller-help-tracking = 🚚 运单号填在订单里：点订单下面的「发货」，把单号发给我；直接说 <b>A-0317 SF1234567890</b> 也行，拍底单把单号写在照片下面也行。买家马上收到。写错了，照样再说一遍就改过来。
seller-help-refund = 🛟 买家收到坏的，会发照片来要退款；您点同意退多少，或写给买家商量。退款由您转给对方，再点「已退」。
seller-help-money = 💰 钱直接到您手里，不用提现，有两种收法：货到付款，买家收到货再付；或者转账，买家扫您的收款码，把截图发来，您看到钱到了点「钱到了」。把微信、支付宝收款码的照片发来就能用转账。
seller-help-helpers = 👥 可以邀请家里人做帮手，一起看订单、装货、改商品；给谁什么权限您来定。点下面发邀请链接；不让谁管了，也在那里移除。
seller-help-shipping = 🚚 运费您自己定，买家下单时就看到、由买家付；您也可以包邮。这样说就改：<b>快递8元，满99包邮</b>
seller-help-shop = 🏡 店名、介绍、自提的地方都在「我的小店」里改。
seller-help-stream = 🔴 开播点「我要开播」，把直播链接发来，关注您的人马上收到消息；先预告就说：<b>明天晚上8点直播</b>
seller-help-cost = 🆓 开店、上架都不收钱，这里也不从货款里抽成。村里另有约定的，点下面问村里的人。
seller-help-language = 🌐 点下面就换语言：中文、English。也可以发 /language
seller-help-leave = 🔒 您的资料可以全部下载，也可以全部删掉：发 /privacy 看下载，点下面是删除（删之前会再问您一遍）。只是歇一阵，就说一声「店先关了」，回来说「我又开门了」。
seller-help-print = 🖨 要发的单都在「装货单」里，点进去有「打印」；箱贴在每张订单下面。
seller-help-preorder = 🌱 还没收的也能先卖：在商品下面点「预售」，说哪天起采、先卖多少。采好了点「采好了」，按下单先后分。
seller-help-weigh = ⚖️ 接了单、称好了，直接说：<b>A-0317 9.6斤</b>，或点订单下面的「称重」。少了按实重少收，多的算送的。
seller-help-share = 📣 点下面做一张海报，发到群里、朋友圈，人家一扫就能买。您的小店链接在「我的小店」里，转给谁都能打开；点了关注的人，您上新、开播都会收到消息。
seller-help-text = ✍️ 商品介绍直接说：<b>{ $title }介绍改成今年新打的，皮薄好剥</b>。想让我写，在商品下面点「帮我写」。店的介绍在「我的小店」里改。
seller-help-write = 💬 给买家带话直接说：<b>告诉王芳明天发货</b>，或在订单下面点「写给买家」。买家问的话会发到这里。
seller-help-rest = 🏖 歇几天直接说：<b>明天不发货</b>、<b>下周一到周三不在家</b>、<b>店先关了</b>。回来了说一声「我又开门了」。
seller-help-sales = 💰 直接问就行：<b>今天卖了多少</b>、<b>这周卖了几单</b>、<b>上个月的账</b>、<b>谁买得最多</b>。
order-words-none-accept = 现在没有等着接的订单。
order-words-none-decline = 现在没有可以不接的订单。
order-words-none-ship = 现在没有要发货的订单。
order-words-none-weigh = 现在没有要称重的订单。
order-words-none-delivered = 现在没有在路上的订单。
order-words-none-later = 现在没有要发的订单。
order-words-none-money = 现在没有等着收钱的订单。
order-words-none-where = 现在没有订单。
order-words-none-look = 现在没有订单。
order-words-nobody = 待办的订单里没有「{ $owner }」的。
order-words-nobody-which = ❓ 待办的订单里没有「{ $owner }」的，什么都没动。是不是这里面的？
order-words-which = ❓ 是哪一单？
order-words-whose-parcel = ❓ 这个运单号是哪一单的？
order-words-accepted = ✅ { $number } 接下了，已经告诉买家。
order-words-count = 📦 等接单 { $placed } 单，等发货 { $accepted } 单。
seller-unused = 没用上：「{ $words }」
stock-propose-half = ❓ <b>{ $title }</b> 现在记着 { $now }，一半就是 <b>{ $quantity }</b>，记成还有这么多吗？
stock-propose-about = ❓ <b>{ $title }</b> 记成还有 <b>{ $quantity }</b>，行吗？（现在记着 { $now }）
stock-propose-between = ❓ <b>{ $title }</b> 按 <b>{ $low }</b> 还是 <b>{ $high }</b> 记？也可以直接回个数。（现在记着 { $now }）
stock-propose-move = ❓ <b>{ $title }</b> 按 <b>{ $quantity }</b> 记，行吗？（现在记着 { $now }）
stock-container = ❓ <b>{ $title }</b>：{ $count }{ $name }，一{ $name }是多少斤？{ $example }
packs-changed = ✅ <b>{ $title }</b> 的规格：
pack-price-line = 🎁 { $quantity } · <b>{ $price }</b>
pack-dearer = ℹ️ { $quantity } 散着买只要 { $loose }，买家按便宜的付。
packs-follow = 📈 规格一起改
packs-follow-ask = 规格要一起改吗？按新价是：
plan-one-by-one = 🗓 直播一场一场地预告，先给您填好最近的一场：
packs-none = <b>{ $title }</b> 没有自己定价的规格。
plan-hour-ask = 🗓 几点开播？比如：晚上8点
plan-call-off-ask = 要取消这场直播预告吗？
plan-call-off-at = ✖️ 取消 { $at } 的预告
plan-stays = 🗓 好的，照旧：{ $at } 开播，没有改动。
plan-stays-until-said = 🗓 听见了，现在还是照旧：{ $at } 开播。到时候要改、要取消，跟我说一声就行。
plan-none-then = 🗓 那天没有预告过直播。您预告的是 { $at }：
plan-move-ask = 🗓 原来预告的是 { $at }，改到：
fact-kept = ✅ 记下了。买家问起{ $topic }，就这样回答：「{ $words }」
fact-pickup = ✅ 记下了：🏡 自提，地点 <b>{ $place }</b>
fact-drop = 🗑 不这样回答
fact-dropped = 好的，不这样回答了。
fact-topic-shipTime = 发货时间
fact-topic-storage = 怎么存放
fact-topic-invoice = 发票
fact-topic-group = 团购批发
fact-topic-returns = 退换
fact-topic-payment = 付款方式
draft-publish-this = ✅ 上架：{ $title }

tell-ask = 💬 要告诉 { $to }（订单 <b>{ $number }</b>）这句话吗？
    「{ $words }」
tell-yes = 💬 告诉买家
tell-unsent = ✋ 还没转告：「{ $words }」。先点是哪一单，再说一遍要转告的话。
tell-unsent-parcel = ✋ 还没转告：「{ $words }」。先回复快递单号，发好了再说一遍。
tell-unsent-undone = ✋ 没有转告：「{ $words }」，因为订单 <b>{ $number }</b> 这一步没有办成。还要转告，就说「告诉{ $to }……」。
tell-nobody = ✋ 没转告：「{ $words }」，没找到是哪位买家。说订单号就行，比如：<b>告诉 A-0012 明天发</b>。价格、库存都没动。
tell-sent = ✅ 已经告诉 { $to }（订单 <b>{ $number }</b>）：
    「{ $words }」

tell-all-ask = 💬 发给 { $count } 位还没发货的买家，每人一条，对吗？
    「{ $words }」
tell-all-line = { $to } · { $number }
tell-all-more = ……还有 { $count } 位
tell-all-yes = 💬 发给这 { $count } 位
tell-all-sent = ✅ 已经发给 { $count } 位买家：
    「{ $words }」
    他们回的话会到这里来。
tell-all-nobody = 现在没有等着发货的订单，没有要告诉的买家。
tell-all-how = 💬 还没发货的买家有 { $count } 位。要一起告诉他们，就这样说：<b>告诉所有买家：……</b>。发之前会先给您看一遍。

refund-ask = ↩️ 订单 <b>{ $number }</b>（{ $to }）退 <b>{ $amount }</b>，对吗？
refund-ask-most = ↩️ 您说退 { $wanted }，可订单 <b>{ $number }</b>（{ $to }）最多只能退 <b>{ $amount }</b>。就退这些吗？
refund-yes = ↩️ 对，退 { $amount }
refund-decline = 🚫 这单不接了，钱全退
refund-how-much = ↩️ 订单 <b>{ $number }</b>（{ $to }）要退多少？最多 { $rest }。回复金额，或者说「一半」「全退」。
refund-not-paid = 订单 <b>{ $number }</b>（{ $to }）的钱还没收到，没有可退的。想少收一点，就告诉买家，收钱的时候少收就行。
refund-not-paid-less = 订单 <b>{ $number }</b>（{ $to }）的钱还没收到，没有可退的。想少收 { $less }，就告诉买家，收钱的时候少收 { $less } 就行。
refund-nothing-paid = 现在没有已经付了钱的订单，没有可退的。
refund-given = ✅ 记下了：订单 <b>{ $number }</b> 退给 { $to } <b>{ $amount }</b>，买家已经知道。请把钱转给买家，转了就点下面的按钮。
refund-given-news = ↩️ 订单 <b>{ $number }</b>：商家退给您 <b>{ $amount }</b>。钱转出后再告诉您。

seller-anger = 😔 对不住，让您着急了。我是商店助手，有时候听不明白。换个说法再说一次，或者让村里的人来帮您。
seller-praise = 😊 谢谢夸奖！有货要上、有单要发，随时说。
seller-chat = 😊 听您说说也高兴。我只懂卖货的事：上货、改价、接单、发货、开播，您说一声就行。
seller-chat-weather = 🌦 天气说变就变，您多注意身体，出门慢着点，在家歇歇也好。有订单来了我马上告诉您。
seller-chat-tired = 🍵 辛苦啦，喝口水歇一歇，身体要紧。有订单来了我马上告诉您。
seller-chat-ill = 🍵 您好好休息，早点好起来。这几天不方便发货，说一声「休息三天」，买家就看得到。
seller-chat-hard = 🌱 不容易，慢慢会好的。想多些人看见，把海报发到群里，或者说一声「今晚8点直播」。
seller-chat-joy = 🎉 真好，跟着您高兴！有什么要办的，随时说一声。
seller-wait = 👌 好的，不急，您先忙。
seller-wait-draft = 👌 不急，「{ $title }」给您留着，回来接着说就行。
draft-which-not = 哪一个不上？
draft-which = 🗑 { $title }
seller-heard = 👌 好的。有事随时说。
report-followers = { $count ->
    [0] 还没有人关注您。把店铺发给大家，就会有人来。
   *[other] 👥 现在有 <b>{ $count }</b> 人关注您。
}
left-title = 🧺 货品（{ $count } 样）
left-line = · <b>{ $title }</b> 还有 { $quantity } · { $price }
left-held = · <b>{ $title }</b> 还有 { $quantity }，另有 { $held } 有人订了
left-all-held = · <b>{ $title }</b> 没有了，{ $held } 有人订了
left-none = · <b>{ $title }</b> 已经卖完了
left-paused = · <b>{ $title }</b> 还有 { $quantity }，下架了
report-no-goods = 您现在没有在卖的东西。
report-waiting-for = ⏳ <b>{ $title }</b>：{ $people } 人在等，一共想要 { $quantity }
report-waiting = ⏳ <b>{ $title }</b>：{ $people } 人在等
report-nobody-waits = 现在没有人在等货。
report-buyers = 🏅 这一季买得最多的：
report-buyer = ▪️ { $name }：{ $count } 单，<b>{ $money }</b>
report-not-rated = 还没有人给您评价。
report-rated = ⭐ { $count } 人评价过您，平均 { $stars } 星。
# A message said again in a plain sentence.
plainly-not = 好的，什么都没有动。换句话再说一遍就行，比如：<b>运费8元，满100元包邮</b>
answer-ask = 💬 这句话回给 { $to } 吗？
    问：{ $question }
    回：「{ $words }」
answer-yes = 💬 发给 { $to }
answer-not = 不发
answer-which = 💬 「{ $words }」是回给谁的？
answer-to = 💬 { $to }：{ $question }
answer-all = 💬 { $count } 位都回
answer-sent = ✅ 已经回给 { $to }：「{ $words }」
mend-stays-stock = 👌 先没有动：{ $title } 还是 { $quantity }。要改就直接说，比如「{ $title } 还有 { $quantity }」。
mend-stays-price = 👌 先没有动：{ $title } 还是 { $price }。要改就直接说，比如「{ $title } 改成 { $price }」。
mend-which-sum = ❓ 先没有动：拿不准要改的是哪一个数。直接说就行，比如「运费8块」或「满60包邮」。

# 算了 behind a change: it is done already.
change-stands-price = 刚才已经改好了：{ $title } 现在是 { $price }。要改回去就点「撤销」。
change-stands-stock = 刚才已经改好了：{ $title } 现在有 { $quantity }。要改回去就点「撤销」。
change-stands-status = 刚才已经改好了：{ $title }。要改回去就点「撤销」。
# Takings or orders of another household were asked for.
report-others = 别家的订单和收入只有他们自己看得到，我这里只能给您看自家（{ $shop }）的：
setting-stands = 刚才的设置已经改好了。要改回去就点「改回去」。
