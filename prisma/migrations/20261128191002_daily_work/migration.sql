-- What comes by itself, and what a person switched off: digest, cart, parcel, brief.
ALTER TABLE "person" ADD COLUMN "digest" TEXT NOT NULL DEFAULT 'daily', ADD COLUMN "wants_cart_reminder" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "wants_parcel_reminder" BOOLEAN NOT NULL DEFAULT true, ADD COLUMN "wants_brief" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "cart_reminded_at" TIMESTAMPTZ(3);
ALTER TABLE "person" ADD CONSTRAINT "person_digest" CHECK ("digest" IN ('daily', 'weekly', 'off'));
ALTER TABLE "orders" ADD COLUMN "arrival_asked_at" TIMESTAMPTZ(3);
CREATE INDEX "orders_on_their_way" ON "orders" ("id") WHERE "fulfilment" = 'shipped' AND "arrival_asked_at" IS NULL;
CREATE INDEX "alert_recipient_digest" ON "alert_recipient" ("chat_id") WHERE "state" = 'digest';

-- The day, by the village's calendar, on which a seller last had their brief, and on which a nightly work was done.
ALTER TABLE "seller" ADD COLUMN "briefed_on" DATE;
CREATE TABLE "nightly_work" (
    "name" TEXT NOT NULL,
    "done_on" DATE NOT NULL,

    CONSTRAINT "nightly_work_pkey" PRIMARY KEY ("name")
);
