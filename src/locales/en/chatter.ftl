act-chat-weather = 😊 I live in a telephone and cannot see the sky over the village. Whatever it is like where you are, take care!
act-chat-joke = 😄 I am no good at jokes; all I know is what the village sells. Tell me what you would like to see!
act-chat-self = 😊 I am a small program: no age, no dinner, no bedtime. I am always here.
act-chat-mood = 🤗 That sounds hard. Have a rest and something good to eat. I am here whenever you want something.
act-chat-wish = 🎉 Thank you! I accept that for the whole village. All the best to you and yours too!
act-chat-slip = 👌 No harm done, nothing was changed. Just call me when you need something.
act-chat-insult = 🙏 True, there is much that I do not understand, and I am sorry. Say it in other words, or let me pass it on to somebody in the village.
act-chat-fond = 😊 Thank you, that is kind! Tell me what you feel like eating.
