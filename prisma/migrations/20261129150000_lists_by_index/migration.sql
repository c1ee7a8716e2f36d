-- A seller's own products in the order in which they are shown: counted and paged without reading them all.
CREATE INDEX "product_own" ON "product" ("seller_id", "is_in_stock" DESC, "published_at" DESC, "id" DESC) WHERE "status" <> 'archived';
