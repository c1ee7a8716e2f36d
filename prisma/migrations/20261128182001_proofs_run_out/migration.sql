-- AlterTable
ALTER TABLE "proof" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

ALTER TABLE "proof" DROP CONSTRAINT "proof_state";
ALTER TABLE "proof" ADD CONSTRAINT "proof_state" CHECK ("state" IN ('sent', 'replaced', 'lapsed', 'accepted', 'refused'));

-- What waits for an answer by now has three days from its picture on, and at least one from this moment.
UPDATE "orders" SET "due_at" = greatest((
  SELECT max("proof"."at") FROM "proof" WHERE "proof"."order_id" = "orders"."id" AND "proof"."state" = 'sent'
) + interval '72 hours', now() + interval '24 hours') WHERE "payment" = 'proof-sent';

CREATE INDEX "orders_proven" ON "orders" ("due_at") WHERE "payment" = 'proof-sent';
