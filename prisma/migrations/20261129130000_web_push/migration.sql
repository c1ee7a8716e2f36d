-- Browsers that are told of alerts also when the page is closed (Web Push), and the keys by which push services know us.
CREATE TABLE "push_key" (
  "id" SMALLINT NOT NULL,
  "public_key" TEXT NOT NULL,
  "sealed" BYTEA NOT NULL,
  CONSTRAINT "push_key_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "push_key_one" CHECK ("id" = 1)
);
CREATE TABLE "push_subscription" (
  "id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "chat_id" UUID NOT NULL,
  "token_hash" TEXT NOT NULL,
  "endpoint_key" TEXT NOT NULL,
  "sealed" BYTEA NOT NULL,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "told_cause" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "push_subscription_endpoint_key_key" ON "push_subscription"("endpoint_key");
CREATE INDEX "push_subscription_person_id_idx" ON "push_subscription"("person_id");
CREATE INDEX "push_subscription_chat_id_idx" ON "push_subscription"("chat_id");
CREATE INDEX "push_subscription_token_hash_idx" ON "push_subscription"("token_hash");
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_chat_id_fkey"
  FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_token_hash_fkey"
  FOREIGN KEY ("token_hash") REFERENCES "web_session"("token_hash") ON DELETE CASCADE ON UPDATE CASCADE;
