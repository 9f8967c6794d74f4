import pytest
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from kg.language import parse_all
from kg.language.arithmetic import on_one_thread
from kg.language.nlp import installed_model, load_model

TEXT = "Forces of the Northern Council shelled Darna on Monday.\n\nThe mayor, Jane Doe, said that ten people had died."


def threads():
    return [library["num_threads"] for library in ThreadpoolController().info() if library["user_api"] == "blas"]


def test_one_thread_while_it_lasts_and_as_many_as_before_afterwards():
    before = threads()
    with on_one_thread():
        assert set(threads()) <= {1}
    assert threads() == before


def test_the_number_of_threads_comes_back_after_an_error():
    before = threads()
    with pytest.raises(ValueError, match="broken"), on_one_thread():
        raise ValueError("broken")
    assert threads() == before


def test_a_reader_of_parses_has_its_own_threads():
    before = threads()
    assert [threads() for _ in parse_all([TEXT] * 3)] == [before] * 3


def test_no_layer_is_multiplied_by_the_library_of_spacy():
    models = [component.model for _, component in load_model().pipeline if getattr(component, "model", None)]
    assert {layer.ops.use_blis for model in models for layer in model.walk()} == {False}


def test_the_installed_model_stays_as_it_comes():
    load_model()
    assert all(layer.ops.use_blis for layer in installed_model().get_pipe("parser").model.walk())


def test_either_library_leads_to_the_same_parse():
    bare, ours = installed_model(), load_model()
    words = [token.text for token in ours.make_doc(TEXT)]
    other, mine = (nlp.get_pipe("parser")(nlp.get_pipe("tok2vec")(Doc(nlp.vocab, words))) for nlp in (bare, ours))
    assert [(t.dep_, t.head.i) for t in mine] == [(t.dep_, t.head.i) for t in other]
