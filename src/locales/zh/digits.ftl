digits-hint = 回复数字选择，0 看菜单。
digits-hint-asked = 回复数字选择，或者直接回答；0 看菜单。
digits-no-such-choice = 没有这个数字可选，它可能是早先消息里的。请看最新一条里的数字，或回复 0 看菜单。
digits-menu = 想做什么？
