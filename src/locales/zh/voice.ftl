voice-listening = 🎤 收到语音，正在写下来…（语音会交给外面的转写服务）
voice-heard = 🎤 您说：「{ $words }」
voice-cannot = 🎤 没听清，请用文字再说一遍。
voice-too-long = 🎤 语音太长了，请在两分钟以内，或者用文字说。
