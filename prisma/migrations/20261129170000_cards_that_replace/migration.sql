-- A card that changes an order names it: the order stands until the card is confirmed, and is called off in the same
-- transaction in which its successor is placed.
ALTER TABLE "checkout" ADD COLUMN "replaces_id" UUID REFERENCES "orders" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "checkout_replaces_id_idx" ON "checkout" ("replaces_id");
