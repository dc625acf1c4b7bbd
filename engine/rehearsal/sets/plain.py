from engine.rehearsal.sets.hall import build
