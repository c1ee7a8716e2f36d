-- Goods that came back are offered to those who wait, in order: an open offer holds its quantity in product.held.
CREATE TABLE "stock_offer" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "wanted" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "waiting_since" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_offer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "stock_offer_person_id_idx" ON "stock_offer"("person_id");
CREATE INDEX "stock_offer_product_id_created_at_idx" ON "stock_offer"("product_id", "created_at");
ALTER TABLE "stock_offer" ADD CONSTRAINT "stock_offer_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stock_offer" ADD CONSTRAINT "stock_offer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stock_offer"
  ADD CONSTRAINT "stock_offer_quantity" CHECK ("quantity" > 0 AND "quantity" <= "wanted"),
  ADD CONSTRAINT "stock_offer_state" CHECK ("state" IN ('open', 'taken', 'declined', 'waits-on', 'expired', 'withdrawn'));
CREATE UNIQUE INDEX "stock_offer_one_open" ON "stock_offer" ("product_id", "person_id") WHERE "state" = 'open';
CREATE INDEX "stock_offer_expiring" ON "stock_offer" ("expires_at") WHERE "state" = 'open';

-- Whoever waits for a product: whether less than the whole quantity is of no use, and when they last heard of their place.
ALTER TABLE "subscription" ADD COLUMN "wants_all" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "told_at" TIMESTAMPTZ(3);

-- Those who wait are served by offers, no longer by an alert to all of them.
UPDATE "alert" SET "state" = 'called-off' WHERE "kind" = 'restock' AND "state" IN ('planned', 'sending');
