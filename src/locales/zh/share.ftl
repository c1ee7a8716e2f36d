menu-poster = 做海报
poster-which = 🖼 给哪一样做海报？
poster-none = 🖼 还没有正在卖的商品。先上架，再做海报。
poster-price = { $price }
poster-scan = 扫码下单
poster-here = 🖼 <b>{ $title }</b> 的海报。长按保存，发到微信群、朋友圈，也可以打印出来。
poster-button = 🖼 海报
share-drawing = 🎨 正在画，马上就好…
share-no-door = 还没有对外的网址，画不了二维码。请村里服务站设好网址再试。
share-place = { $province } { $county } { $village }
sticker-button = 🏷 箱贴
sticker-line = { $title } { $quantity }
sticker-again =
    扫一扫
    再来一单
sticker-here = 🏷 <b>{ $number }</b> 的箱贴（60×40 毫米）。打印出来贴在箱子上，买家扫一下就能再来一单。
