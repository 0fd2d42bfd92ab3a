-- How a person lives.
ALTER TABLE "person" ADD COLUMN "marital_status" TEXT;
