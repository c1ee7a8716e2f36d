home = 🏠 首页
back = ‹ 返回
page = { $page }/{ $pages }
page-back = ‹ 上一页
page-on = 下一页 ›
line = { $title } { $quantity } · { $total }
quantity-both = { $units }（{ $amount }）
recipient =
    📍 { $name } { $phone }
    { $address }

language-which = 用哪种语言？ / Which language?
language-zh = 中文
language-en = English
language-set = 好的，以后说中文


amount-example-MASS = 例如：5斤、2.5公斤
amount-example-VOLUME = 例如：2升、500毫升
amount-example-COUNT = 例如：3

state-placed = 等商家接单
state-unpaid = 等付款
state-accepted = 商家备货中
state-shipped = 已发货
state-delivered = 已送到
state-declined = 商家未接单
state-cancelled = 已取消
state-expired = 超时未确认付款
card-total = 合计 <b>{ $total }</b>
order-tracking = 🚚 运单号 <code>{ $tracking }</code>
order-not-found = 没有找到这个订单。
stream-gone = 这场直播已经没有了。
guest = 访客{ $number }
