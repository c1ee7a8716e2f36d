-- An alert's recipients are written in chunks while it is sent: `stage`, `after_at` and `after_id` say how far that is.
ALTER TABLE "alert"
  ADD COLUMN "stage" SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN "after_at" TIMESTAMPTZ(3),
  ADD COLUMN "after_id" UUID,
  ADD COLUMN "has_all" BOOLEAN NOT NULL DEFAULT false;
UPDATE "alert" SET "has_all" = true WHERE "state" IN ('sending', 'done');

-- One row a person, whatever they are subscribed to and in however many chats.
ALTER TABLE "alert_recipient" ADD COLUMN "person_id" UUID, ADD COLUMN "stage" SMALLINT NOT NULL DEFAULT 0;
UPDATE "alert_recipient" r SET "person_id" = chat."person_id" FROM "chat" WHERE chat."id" = r."chat_id";
DELETE FROM "alert_recipient" WHERE "person_id" IS NULL;
DELETE FROM "alert_recipient" r USING "alert_recipient" first
  WHERE first."alert_id" = r."alert_id" AND first."person_id" = r."person_id" AND first."rank" < r."rank";
ALTER TABLE "alert_recipient" ALTER COLUMN "person_id" SET NOT NULL;
ALTER TABLE "alert_recipient" DROP CONSTRAINT "alert_recipient_pkey";
ALTER TABLE "alert_recipient" ADD CONSTRAINT "alert_recipient_pkey" PRIMARY KEY ("alert_id", "person_id");

-- Claims read the first index from where the last claim ended; leases and quiet hours end by the second.
DROP INDEX "alert_recipient_alert_id_channel_state_rank_idx";
CREATE INDEX "alert_recipient_due" ON "alert_recipient" ("alert_id", "channel", "rank")
  WHERE "state" = 'due' AND "lease_until" IS NULL;
CREATE INDEX "alert_recipient_leased" ON "alert_recipient" ("alert_id", "lease_until") WHERE "lease_until" IS NOT NULL;

-- Chunks are read in the order of these indexes.
DROP INDEX "subscription_kind_target_id_created_at_idx";
CREATE INDEX "subscription_kind_target_id_created_at_id_idx" ON "subscription"("kind", "target_id", "created_at", "id");
CREATE INDEX "orders_seller_id_person_id_idx" ON "orders"("seller_id", "person_id");

-- When the next alert of a channel may leave, beside its share of the rate that replies use too.
ALTER TABLE "channel_rate" ADD COLUMN "alert_at" TIMESTAMPTZ(6);
