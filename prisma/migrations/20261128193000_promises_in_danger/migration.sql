-- Promises that are not kept now, so that operators hear of each once, and once that it is over.
CREATE TABLE "danger" (
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "danger_pkey" PRIMARY KEY ("name")
);

-- None, in a shop that keeps its promises: looking for them costs nothing.
CREATE INDEX "product_oversold" ON "product" ("id") WHERE "held" > "on_hand";
