-- AlterTable
ALTER TABLE "village" ADD COLUMN     "newcomer_address" INTEGER DEFAULT 400000,
ADD COLUMN     "newcomer_person" INTEGER DEFAULT 200000,
ADD COLUMN     "newcomer_share" INTEGER NOT NULL DEFAULT 50;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "address_key" TEXT,
ADD COLUMN     "phone_key" TEXT;

ALTER TABLE "village"
  ADD CONSTRAINT "village_newcomer_caps" CHECK ("newcomer_person" >= 0 AND "newcomer_address" >= 0 AND "newcomer_share" BETWEEN 0 AND 100);

-- Few at any time, and asked for whenever a newcomer confirms.
CREATE INDEX "orders_of_newcomers" ON "orders" ("id") WHERE "stock" = 'held' AND "payment" = 'none';
