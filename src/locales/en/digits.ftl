digits-hint = Reply with a number; 0 for the menu.
digits-hint-asked = Reply with a number, or just answer; 0 for the menu.
digits-no-such-choice = That number stands for nothing now; it may be from an earlier message. Use the numbers of the newest one, or reply 0 for the menu.
digits-menu = What would you like to do?
