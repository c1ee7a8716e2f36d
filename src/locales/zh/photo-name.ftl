photo-name-ask = 👀 看起来是<b>{ $title }</b>，对吗？不对就直接把名字发给我。（照片交给了外面的看图服务，不带拍摄地点）
photo-name-yes = ✅ 是，{ $title }
photo-name-no = ❌ 不是
privacy-model = 接了外面的模型服务时：没写字的商品照片（不带拍摄地点）、语音和要翻译的话会交给它；写文案前先去掉姓名、电话和地址。网页上的录音写成文字就删，最多留一天。
office-writer-photos = 看了 { $named } 张照片，起的名字卖家采用 { $used } 个
