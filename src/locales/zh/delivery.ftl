way-express = 🚚 快递
way-courier = 🛵 村里送
way-pickup = 🏡 自提
way-line = { $way } · { $fee }
way-line-place = { $way } · { $place }
way-button = { $way } · { $fee }
way-button-of = { $seller }：{ $way } · { $fee }
fee-free = 免运费
day = { $weekday }（{ $date }）
weekday-0 = 周日
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六

delivery = 🚚 送货设置
menu-delivery = 送货设置
delivery-title = 🚚 <b>送货设置</b>
delivery-how =
    直接说就能改，比如：
    · <b>快递8元，满99包邮</b>
    · <b>首重1公斤8元，续重每公斤3元</b>
    · <b>新疆西藏不发</b>
    · <b>10月1日到10月3日休息</b>
delivery-changed = 改好了
delivery-last-way = 至少留一种送货方式
delivery-fee-ask = { $way }的运费怎么收？
delivery-fee-examples =
    比如：
    · <b>8元，满99包邮</b>
    · <b>首重1公斤8元，续重每公斤3元</b>
    · <b>新疆西藏首重1公斤20元，续重每公斤15元</b>
    · <b>免费</b>
    按个卖的，每个按一斤算。
delivery-unclear = 没看懂，什么都没改。请照这样说：
delivery-minimum-ask = 💰 满多少钱才发货？比如：50元。不限就写：不限
delivery-minimum-button = 💰 起送金额
delivery-areas-button = 🗺 不发的地区
delivery-days-button = 🏖 休息日
delivery-limit-button = ✋ 每人限购
rule = { $way }：{ $fee }
rule-off = { $way }：没开
rule-by-weight = { $way }：按重量
rule-free-from = 　满 { $amount } 包邮
zone = 　{ $where }：首重 { $first } { $firstFee }，续重每 { $step } { $stepFee }
zone-flat = 　{ $where }：{ $fee }
zone-rest = 其他地方
zone-all = 各地
rule-minimum = 💰 满 { $amount } 发货
rule-areas = 🗺 不发：{ $areas }
rule-day-off = 🏖 休息：{ $day }
rule-ships-on = 📦 发货日：{ $days }
rule-areas-only = 🗺 只发：{ $areas }
rule-ship-time = ⏱ 发货时间：「{ $words }」
delivery-ship-time-button = ⏱ 多久发货
ship-time-ask = ⏱ 下单后多久发货？比如：48小时内发货。不写就回：不写
rule-least = 📦 { $title } { $quantity }起卖
rule-limit = ✋ { $title } 每人最多 { $limit }
way-turn-on = { $way } · 打开
way-turn-off = { $way } · 关掉
way-set-fee = { $way } · 运费
areas-title = 🗺 哪些地方不发？点一下就换，带 🚫 的不发。
area-on = { $province }
area-off = 🚫 { $province }
days-title = 🏖 哪天休息？点一下就换。买家下单时会看到哪天再打包。
day-is-on = { $day }
day-is-off = 🏖 { $day }
limit-ask = ✋ 哪样东西每人最多买多少？比如：核桃 5斤。不限就写：核桃 不限
limit-unclear = 没看懂是哪样、多少。请像这样写：核桃 5斤，或者：核桃 不限
limit-button = { $title } 每人 { $quantity }
limit-lift = { $title } 不限
delivery-not-allowed = 送货设置要店主给您「上架」的权限。
list = { $all }、{ $next }
state-ready = 可以取货了
state-picked-up = 已取走
sold-send-pickup = 🏡 可以来取了
sold-send-courier = 🛵 送出去了
order-ready-notice = 🏡 您的订单 <b>{ $number }</b> 备好了，可以来取了。
delivery-already-free = 👌 { $way }现在本来就免运费，不用满 { $amount }。要收运费就说：<b>快递8元，满100包邮</b>
