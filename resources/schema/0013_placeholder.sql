-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 13: made in another branch.
DROP TABLE IF EXISTS placeholder_13;
