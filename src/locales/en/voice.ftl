voice-listening = 🎤 Got it, writing it down… (the recording goes to a transcription service outside the shop)
voice-heard = 🎤 You said: “{ $words }”
voice-cannot = 🎤 I could not understand the recording. Please type it.
voice-too-long = 🎤 That is too long. Please stay under two minutes, or type it.
