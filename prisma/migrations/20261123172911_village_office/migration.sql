-- AlterTable
ALTER TABLE "invite" ALTER COLUMN "seller_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "failed_at" TIMESTAMPTZ(3);

ALTER TABLE "invite" ADD CONSTRAINT "invite_role" CHECK ("role" IN ('owner', 'helper', 'operator') AND ("role" = 'operator') = ("seller_id" IS NULL));
CREATE INDEX "outbox_failed" ON "outbox" ("failed_at") WHERE "failed_at" IS NOT NULL;
CREATE INDEX "inbox_parked" ON "inbox" ("id") WHERE "state" = 'parked';
