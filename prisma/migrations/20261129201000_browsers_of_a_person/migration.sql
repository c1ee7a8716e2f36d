-- A browser tells its person of whatever is said to them, as a buyer and as a seller: no longer of one chat.
ALTER TABLE "push_subscription" DROP COLUMN "chat_id";
